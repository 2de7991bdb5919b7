using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.Contract.AspNetCore.Problems;

/// <summary>The body of a response with RFC 9457 problem details; null members are left out.</summary>
internal sealed record ProblemDetails
{
    public const string ContentType = "application/problem+json";

    /// <summary>People read these bodies, so quotes and angle brackets are not escaped.</summary>
    private static readonly ProblemJson Readable =
        new(new JsonSerializerOptions(ProblemJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The status says what kind of problem it is (RFC 9457, section 4.2.1).</summary>
    public string Type { get; } = "about:blank";

    /// <summary>The same text for every problem with that status.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>The fault of this request, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The request's path.</summary>
    public string? Instance { get; init; }

    /// <summary>The broken rules.</summary>
    public IEnumerable<ViolationDetails>? Violations { get; init; }

    /// <summary>The documented paths that are similar to the request's path.</summary>
    public IReadOnlyList<string>? Nearest { get; init; }

    /// <summary>The faults of the document because of which the server cannot respond.</summary>
    public IEnumerable<DiagnosticDetails>? Diagnostics { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Readable.ProblemDetails);
}

[JsonSerializable(typeof(ProblemDetails))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ProblemJson : JsonSerializerContext;
