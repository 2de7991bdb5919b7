using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>What responding to one operation's requests needs, made when the operation is first asked for.</summary>
internal sealed class OperationResponses
{
    /// <summary>A client can name media types without end; beyond this many, responses are described anew each time.</summary>
    private const int DescribedLimit = 500;

    private readonly ConcurrentDictionary<(ResponseTemplate, int Status, string? ContentType), DescribedResponse> _described = new();

    public OperationResponses(Operation operation, ServedContract contract)
    {
        Operation = operation;
        Request = contract.Validators.Request(operation);
        Response = contract.Validators.Response(operation);
        Faults = [.. Request.Faults.Concat(Response.Faults).Distinct()];
        Selector = new ResponseSelector(contract.Description, operation, contract.Generator, contract.ResponseOptions);
        Name = $"{FieldSyntax.StructuredString(operation.Id)}{(operation.Deprecated ? ";deprecated" : "")}";
    }

    public Operation Operation { get; }

    public RequestValidator Request { get; }

    public ResponseValidator Response { get; }

    /// <summary>What keeps the operation from being served: it responds 501 with them.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    public ResponseSelector Selector { get; }

    /// <summary>The value of <see cref="MockHeaders.Operation"/>.</summary>
    public string Name { get; }

    public DescribedResponse Describe(Selection.Chosen chosen)
    {
        var key = (chosen.Template, chosen.Status, chosen.ContentType);
        if (_described.TryGetValue(key, out var described))
        {
            return described;
        }

        described = DescribedResponse.Of(chosen, Name);
        return _described.Count < DescribedLimit ? _described.GetOrAdd(key, described) : described;
    }
}
