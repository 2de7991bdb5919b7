using System.Buffers;
using System.Text.Json;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Examples.Bodies;

/// <summary>An error that the document does not describe, as <c>application/problem+json</c> (RFC 9457).</summary>
public static class ProblemBody
{
    public const string ContentType = "application/problem+json";

    /// <param name="status">The answer's status.</param>
    /// <param name="title">The same words for every problem of the kind.</param>
    /// <param name="detail">What is wrong this time and what to do; null leaves it out.</param>
    /// <param name="instance">The request's path; null leaves it out.</param>
    /// <param name="violations">The rules broken, each with its place in the document and in the message.</param>
    /// <param name="type">What the kind of problem is called; null: <c>about:blank</c>, the status says it all.</param>
    public static void Write(
        IBufferWriter<byte> output, int status, string title, string? detail, string? instance, IReadOnlyList<Violation> violations, Uri? type = null)
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
