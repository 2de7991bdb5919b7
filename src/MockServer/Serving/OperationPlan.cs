using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Http;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Serving;

/// <summary>What one operation needs to answer, made when it is first asked for.</summary>
internal sealed class OperationPlan
{
    /// <summary>A client can name media types without end; beyond this many answers are described anew each time.</summary>
    private const int MostDescribed = 500;

    private readonly ConcurrentDictionary<(ResponseTemplate Template, int Status, string? ContentType), AnswerDescription> _described = new();

    public OperationPlan(Operation operation, ServedContract served, MockOptions options)
    {
        Operation = operation;
        Request = served.Validators.Request(operation);
        Response = served.Validators.Response(operation);
        Faults = [.. Request.Faults.Concat(Response.Faults).Distinct()];
        Selector = new ResponseSelector(served.Api, operation, served.Generator, new ResponseOptions(options.IgnoreExamples, options.Dynamic));
        Name = $"{FieldSyntax.StructuredString(operation.Id)}{(operation.Deprecated ? ";deprecated" : "")}";
    }

    public Operation Operation { get; }

    public RequestValidator Request { get; }

    public ResponseValidator Response { get; }

    /// <summary>What keeps the operation from being served: it answers 501 with them.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    public ResponseSelector Selector { get; }

    /// <summary>The value of <see cref="MockHeaders.Operation"/>.</summary>
    public StringValues Name { get; }

    public AnswerDescription Describe(Selection.Chosen chosen)
    {
        var key = (chosen.Template, chosen.Status, chosen.ContentType);
        if (_described.TryGetValue(key, out var description))
        {
            return description;
        }

        description = AnswerDescription.Of(chosen);
        return _described.Count < MostDescribed ? _described.GetOrAdd(key, description) : description;
    }
}
