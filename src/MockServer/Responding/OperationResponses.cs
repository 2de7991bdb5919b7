using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>Everything that is needed to respond to an operation's requests; created for its first request.</summary>
internal sealed class OperationResponses
{
    /// <summary>The number of described responses to keep: clients can send any number of different media types.</summary>
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

    /// <summary>The faults because of which the operation cannot be served; its requests get 501 with them.</summary>
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
