using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Responding;

/// <summary>RFC 9457 problem details, for cases that the document does not describe.</summary>
/// <param name="status">The response's status.</param>
/// <param name="label">The kind of problem in words, for logs.</param>
internal sealed class Problem(int status, string label)
{
    /// <summary>The same text for every problem with that status.</summary>
    public string Title { get; init; } = ReasonPhrases.GetReasonPhrase(status);

    /// <summary>The fault of this request, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The request's path.</summary>
    public string? Instance { get; init; }

    /// <summary>The broken rules.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>The documented paths that are similar to the request's path.</summary>
    public IReadOnlyList<string>? Nearest { get; init; }

    /// <summary>The faults of the document because of which the mock cannot respond.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <param name="redactor">Keeps what the request has of secrets out of the body.</param>
    public MockResponse Response(Redactor redactor, params ReadOnlySpan<KeyValuePair<string, string>> headers) => new(
        new ResponseMessage(
            status,
            [new("Content-Type", ProblemDetails.ContentType), new(MockHeaders.ResponseOrigin, "mock"), .. headers],
            Body(redactor).ToJson()),
        new ExchangeOrigin(ExchangeOriginKind.Problem, label));

    private ProblemDetails Body(Redactor redactor) => new()
    {
        Title = Title,
        Status = status,
        Detail = redactor.Text(Detail),
        Instance = Instance is null ? null : redactor.Target(Instance),
        Violations = Violations.Count == 0 ? null : Violations.Select(redactor.Violation).Select(ViolationDetails.Of),
        Nearest = Nearest,
        Diagnostics = Diagnostics.Count == 0 ? null : Diagnostics.Select(DiagnosticDetails.Of),
    };
}
