using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Responding;

/// <summary>RFC 9457 problem details, for cases that the document does not describe.</summary>
/// <param name="status">The response's status.</param>
/// <param name="label">The kind of problem in words, for logs.</param>
internal sealed class Problem(int status, string label)
{
    public const string ContentType = "application/problem+json";

    /// <summary>People read these bodies, so quotes and angle brackets are not escaped.</summary>
    private static readonly ProblemJson Readable =
        new(new JsonSerializerOptions(ProblemJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

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
            [new("Content-Type", ContentType), new(MockHeaders.Answer, "mock"), .. headers],
            JsonSerializer.SerializeToUtf8Bytes(Body(redactor), Readable.ProblemDetails)),
        new ExchangeOrigin(ExchangeOriginKind.Problem, label));

    private ProblemDetails Body(Redactor redactor) => new(
        "about:blank",
        Title,
        status,
        redactor.Text(Detail),
        Instance is null ? null : redactor.Target(Instance),
        Violations.Count == 0 ? null : Violations.Select(redactor.Violation).Select(ViolationDetails.Of),
        Nearest,
        Diagnostics.Count == 0 ? null : Diagnostics.Select(DiagnosticDetails.Of));
}

/// <summary>The body of a problem; null members are left out.</summary>
internal sealed record ProblemDetails(
    string Type,
    string Title,
    int Status,
    string Detail,
    string? Instance,
    IEnumerable<ViolationDetails>? Violations,
    IReadOnlyList<string>? Nearest,
    IEnumerable<DiagnosticDetails>? Diagnostics);

/// <param name="Source">How sure the rule is: <c>stated</c>, <c>shown</c> or <c>assumed</c>.</param>
/// <param name="Pointer">RFC 6901 pointer of the rule in its file.</param>
/// <param name="Instance">RFC 6901 pointer into the message.</param>
internal sealed record ViolationDetails(
    string Rule, string Source, string File, int Line, string Pointer, string Instance, string Expected, string Found, string? Nearest)
{
    public static ViolationDetails Of(Violation violation)
    {
        var position = violation.Rule.Node.Position;
        return new(
            violation.Rule.Id,
            violation.Rule.Source.ToWord(),
            position.File,
            position.Line,
            violation.Rule.Node.Pointer,
            violation.Instance,
            violation.Expected,
            violation.Rule.Secret ? Redactor.Word : violation.Found,
            violation.Nearest);
    }
}

/// <param name="At">File, line and column.</param>
internal sealed record DiagnosticDetails(string Code, string At, string Pointer, string Message)
{
    public static DiagnosticDetails Of(Diagnostic diagnostic) =>
        new(diagnostic.Code, diagnostic.Position.ToString(), diagnostic.Pointer, diagnostic.Message);
}

[JsonSerializable(typeof(ProblemDetails))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ProblemJson : JsonSerializerContext;
