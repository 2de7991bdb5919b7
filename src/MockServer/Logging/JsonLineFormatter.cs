using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Logging;

/// <summary>One JSON object on each line: <c>event</c> is <c>request</c>, <c>reloaded</c>, <c>rejected</c> or <c>warning</c>.</summary>
internal sealed class JsonLineFormatter(TargetRedactor redactor, TimeProvider clock) : ILineFormatter
{
    public void Started(IBufferWriter<byte> output, Uri url)
    {
        using (var json = Begin(output, "listening"))
        {
            json.WriteString("url", url.GetLeftPart(UriPartial.Authority));
            json.WriteEndObject();
        }

        output.Put("\n"u8);
    }

    public void Answered(IBufferWriter<byte> output, in RequestLogEntry entry)
    {
        using (var json = Begin(output, "request"))
        {
            json.WriteString("method", entry.Method);
            json.WriteString("target", redactor.Redact(entry.Target));
            json.WriteNumber("status", entry.Status);
            json.WriteString("answer", entry.Answer);
            json.WriteNumber("milliseconds", Math.Round(entry.ElapsedTicks * 1000.0 / Stopwatch.Frequency, 3));
            Write(json, "violations", entry.Violations);
            Write(json, "answerViolations", entry.AnswerViolations);
            json.WriteEndObject();
        }

        output.Put("\n"u8);
    }

    public void Reloaded(IBufferWriter<byte> output, IReadOnlyList<string> changes)
    {
        using (var json = Begin(output, "reloaded"))
        {
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStringValue(change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Put("\n"u8);
    }

    public void ReloadRejected(IBufferWriter<byte> output, IReadOnlyList<Diagnostic> diagnostics)
    {
        using (var json = Begin(output, "rejected"))
        {
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", diagnostic.Code);
                json.WriteString("at", diagnostic.Position.ToString());
                json.WriteString("message", diagnostic.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Put("\n"u8);
    }

    public void Warn(IBufferWriter<byte> output, string message)
    {
        using (var json = Begin(output, "warning"))
        {
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        output.Put("\n"u8);
    }

    private Utf8JsonWriter Begin(IBufferWriter<byte> output, string name)
    {
        var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("time", clock.GetUtcNow());
        json.WriteString("event", name);
        return json;
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Violation> violations)
    {
        if (violations.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var violation in violations)
        {
            json.WriteStartObject();
            json.WriteString("rule", violation.Rule.Id);
            json.WriteString("instance", violation.Instance);
            json.WriteString("expected", violation.Expected);
            json.WriteString("found", violation.Found);
            json.WriteString("at", violation.Rule.Node.Position.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
