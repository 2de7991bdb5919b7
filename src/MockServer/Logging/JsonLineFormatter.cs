using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// One JSON object on each line: <c>event</c> is <c>listening</c>, <c>request</c>, <c>reloaded</c>, <c>rejected</c>, <c>warning</c> or
/// <c>error</c>.
/// </summary>
internal sealed class JsonLineFormatter(TimeProvider clock) : ILineFormatter
{
    public void Started(IBufferWriter<byte> output, Uri url) =>
        Write(
            output,
            new ListeningEvent(clock.GetUtcNow(), "listening", url.GetLeftPart(UriPartial.Authority)),
            LogJson.Default.ListeningEvent);

    public void Responded(IBufferWriter<byte> output, in RequestLine line)
    {
        var request = new RequestEvent(
            line.Started,
            "request",
            line.Method,
            line.ShownTarget,
            line.Status,
            line.Origin,
            Math.Round(line.Elapsed.TotalMilliseconds, 3),
            ViolationEntry.Of(line.Violations),
            ViolationEntry.Of(line.ResponseViolations));
        Write(output, request, LogJson.Default.RequestEvent);
    }

    public void Reloaded(IBufferWriter<byte> output, IReadOnlyList<string> changes) =>
        Write(output, new ReloadedEvent(clock.GetUtcNow(), "reloaded", changes), LogJson.Default.ReloadedEvent);

    public void ReloadRejected(IBufferWriter<byte> output, IReadOnlyList<Diagnostic> diagnostics)
    {
        var entries = diagnostics.Select(diagnostic => DiagnosticDetails.Of(diagnostic) with { Pointer = null });
        Write(output, new RejectedEvent(clock.GetUtcNow(), "rejected", [.. entries]), LogJson.Default.RejectedEvent);
    }

    public void Report(IBufferWriter<byte> output, bool isError, string message, string? exception) =>
        Write(output, new ReportEvent(clock.GetUtcNow(), isError ? "error" : "warning", message, exception), LogJson.Default.ReportEvent);

    private static void Write<T>(IBufferWriter<byte> output, T entry, JsonTypeInfo<T> type)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            JsonSerializer.Serialize(json, entry, type);
        }

        output.Put("\n"u8);
    }
}

internal sealed record ListeningEvent(DateTimeOffset Time, string Event, string Url);

internal sealed record RequestEvent(
    DateTimeOffset Time,
    string Event,
    string Method,
    string Target,
    int Status,
    string Answer,
    double Milliseconds,
    ViolationEntry[]? Violations,
    ViolationEntry[]? AnswerViolations);

/// <summary>A violation in a line; problem details say more of its rule.</summary>
/// <param name="At">The rule's position in the document: <c>file:line:column</c>.</param>
internal sealed record ViolationEntry(string Rule, string Instance, string Expected, string Found, string At)
{
    /// <summary>Null if there are none, so that the line has no such member.</summary>
    public static ViolationEntry[]? Of(IReadOnlyList<Violation> violations) => violations.Count == 0 ? null :
    [
        .. violations.Select(violation => new ViolationEntry(
            violation.Rule.Id, violation.Instance, violation.Expected, violation.Found, violation.Rule.Node.Position.ToString())),
    ];
}

internal sealed record ReloadedEvent(DateTimeOffset Time, string Event, IReadOnlyList<string> Changes);

internal sealed record RejectedEvent(DateTimeOffset Time, string Event, DiagnosticDetails[] Diagnostics);

internal sealed record ReportEvent(DateTimeOffset Time, string Event, string Message, string? Exception);

[JsonSerializable(typeof(ListeningEvent))]
[JsonSerializable(typeof(RequestEvent))]
[JsonSerializable(typeof(ReloadedEvent))]
[JsonSerializable(typeof(RejectedEvent))]
[JsonSerializable(typeof(ReportEvent))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class LogJson : JsonSerializerContext;
