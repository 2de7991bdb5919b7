using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>Writes violations as an object of names and sentences: <c>{"facebook_account[fb_token]": ["Must be a String"]}</c>.</summary>
public static class ViolationBody
{
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes each name with its distinct sentences, in the order of the violations.</summary>
    public static void Write(IReadOnlyList<Violation> violations, IBufferWriter<byte> output)
    {
        var sentences = new OrderedDictionary<string, List<string>>();
        foreach (var violation in violations)
        {
            var name = NameOf(violation);
            if (!sentences.TryGetValue(name, out var own))
            {
                sentences.Add(name, own = []);
            }

            if (SentenceOf(violation) is var sentence && !own.Contains(sentence))
            {
                own.Add(sentence);
            }
        }

        // Not a serialized record: the names of the members are data.
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        foreach (var (name, own) in sentences)
        {
            writer.WriteStartArray(name);
            own.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// The documentation's name for the parameter or property, else its path in the notation of forms: <c>a[b]</c>.
    /// </summary>
    public static string NameOf(Violation violation) => violation.Rule.DocumentedName ?? Brackets(violation);

    /// <summary>The documentation's sentence, else a general one.</summary>
    public static string SentenceOf(Violation violation) =>
        violation.Rule.Sentence ?? (IsMissing(violation) ? "is required" : $"must be {violation.Expected}");

    private static bool IsMissing(Violation violation) =>
        violation.Rule.Property is not null || violation.Rule.Kind is RuleKind.Parameter or RuleKind.Body;

    /// <summary>
    /// The instance's path without its first token, which is the part of the message. A missing property's name is appended to its
    /// parent's path.
    /// </summary>
    private static string Brackets(Violation violation)
    {
        var tokens = violation.Instance.Split('/').Skip(2).Select(Contract.Documents.JsonPointer.Unescape).ToList();
        if (violation.Rule.Property is { } property && tokens.LastOrDefault() != property)
        {
            tokens.Add(property);
        }

        if (tokens.Count == 0)
        {
            return violation.Instance.TrimStart('/');
        }

        var name = new StringBuilder(tokens[0]);
        foreach (var token in tokens.Skip(1))
        {
            name.Append('[').Append(token).Append(']');
        }

        return name.ToString();
    }
}
