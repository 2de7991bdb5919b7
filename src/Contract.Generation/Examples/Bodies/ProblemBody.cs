using System.Buffers;
using System.Text.Json;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Examples.Bodies;

/// <summary>Writes an error that the document does not describe as <c>application/problem+json</c> (RFC 9457).</summary>
public static class ProblemBody
{
    public const string ContentType = "application/problem+json";

    /// <param name="status">The response's status.</param>
    /// <param name="title">The same for every problem of this type.</param>
    /// <param name="detail">What is wrong with this request and what to do; null: left out.</param>
    /// <param name="instance">The request's path; null: left out.</param>
    /// <param name="violations">Written with their rules' places in the document and their own in the message.</param>
    /// <param name="type">The problem type; null: <c>about:blank</c>.</param>
    public static void Write(
        IBufferWriter<byte> output,
        int status,
        string title,
        string? detail,
        string? instance,
        IReadOnlyList<Violation> violations,
        Uri? type = null)
    {
        using var writer = new Utf8JsonWriter(output, ViolationBody.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type?.OriginalString ?? "about:blank");
        writer.WriteString("title"u8, title);
        writer.WriteNumber("status"u8, status);
        WriteIfAny(writer, "detail"u8, detail);
        WriteIfAny(writer, "instance"u8, instance);
        if (violations.Count > 0)
        {
            writer.WriteStartArray("violations"u8);
            foreach (var violation in violations)
            {
                Write(writer, violation);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Violation violation)
    {
        var place = violation.Rule.Node.Position;
        writer.WriteStartObject();
        writer.WriteString("rule"u8, violation.Rule.Id);
        writer.WriteString("source"u8, violation.Rule.Source.ToString().ToLowerInvariant());
        writer.WriteString("file"u8, place.File);
        writer.WriteNumber("line"u8, place.Line);
        writer.WriteString("pointer"u8, violation.Rule.Node.Pointer);
        writer.WriteString("instance"u8, violation.Instance);
        writer.WriteString("expected"u8, violation.Expected);
        writer.WriteString("found"u8, violation.Rule.Secret ? "a secret, not shown" : violation.Found);
        WriteIfAny(writer, "nearest"u8, violation.Nearest);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
