using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SocialContract.Contract.Secrets;

/// <summary>The secrets in a value that is not shown: it may hold several, and a copy of each may be elsewhere in its message.</summary>
internal static class SecretParts
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>The secrets in a text: itself, and the values in it if it is JSON, or a list or object with delimiters.</summary>
    /// <param name="schema">Of the value; null if the document does not describe it.</param>
    /// <param name="isWhole">Whether all of the value is secret, and not only what the schema calls so.</param>
    public static IEnumerable<string> OfText(string text, SecretSchema? schema, bool isWhole)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[' or '"', ..] && OfJsonText(text, schema, isWhole) is { } parts)
        {
            return parts.Prepend(text);
        }

        return schema is { IsArray: true } or { IsObject: true }
            ? text.Split([',', '|', ' ', '=']).Where(part => part.Length < text.Length).Except(schema.Names).Prepend(text)
            : [text];
    }

    /// <summary>
    /// The texts and numbers in a secret, and the names below it: those that the document does not have may be secrets, too.
    /// </summary>
    /// <inheritdoc cref="OfText"/>
    public static IReadOnlyList<string> OfJson(JsonElement value, SecretSchema? schema, bool isWhole)
    {
        var (values, names) = (new List<string>(), new List<string>());
        Collect(value, schema, isWhole, values, names);
        return [.. values, .. names];
    }

    private static IReadOnlyList<string>? OfJsonText(string text, SecretSchema? schema, bool isWhole)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text, Deep);
            return OfJson(parsed.RootElement, schema, isWhole);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement value, SecretSchema? schema, bool isSecret, List<string> values, List<string> names)
    {
        isSecret |= schema is not { IsSecret: false };
        switch (value.ValueKind)
        {
            case JsonValueKind.String when isSecret:
                values.Add(TextOf(value));
                break;
            case JsonValueKind.Number when isSecret:
                values.Add(value.GetRawText());
                break;
            case JsonValueKind.Array:
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Collect(element, schema?.Element(index), isSecret, values, names);
                }

                break;
            case JsonValueKind.Object:
                var known = schema?.Names.ToHashSet(StringComparer.Ordinal) ?? [];
                foreach (var member in value.EnumerateObject())
                {
                    var name = NameOf(member);
                    if (isSecret && !known.Contains(name) && !WellKnownNames.IsSecret(name, isDescribed: false))
                    {
                        names.Add(name);
                    }

                    Collect(member.Value, schema?.Member(name), isSecret, values, names);
                }

                break;
        }
    }

    /// <summary>As it is written if it is not Unicode.</summary>
    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Not GetRawText: it refuses text that is not UTF-8.
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    /// <inheritdoc cref="TextOf"/>
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }
}
