using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// The secrets in a value that is not shown: it may hold several, and a copy of each may be elsewhere in its message. The only place that
/// knows how values are written: encoded, quoted, in a parameter's style, in JSON, or not quite in it.
/// </summary>
internal static class SecretParts
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>What separates values in one text, whatever the style: servers split less strictly than documents.</summary>
    private const string Delimiters = ",| =";

    /// <summary>Those, and what begins values in a matrix or a label.</summary>
    private const string PathDelimiters = ",| =;.";

    /// <summary>The secrets in a text that was sent as the value of a parameter, header, cookie, pair or part.</summary>
    /// <param name="raw">As sent, still encoded.</param>
    /// <param name="secret">What the document says of it.</param>
    public static IReadOnlyCollection<string> OfText(string raw, in SecretPair secret)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Forms(raw))
        {
            found.Add(text);
            if (AddJson(text, secret, found))
            {
                continue;
            }

            foreach (var value in Values(text, secret).SelectMany(Forms))
            {
                found.Add(value);
                AddJson(value, secret, found);
            }
        }

        return found;
    }

    /// <summary>
    /// The secrets in a segment of a path that the document does not have: every value in it may be one, in whatever style it is.
    /// </summary>
    public static IReadOnlyCollection<string> OfSegment(string raw)
    {
        var found = new HashSet<string>(OfText(raw, new SecretPair("", null, true)), StringComparer.Ordinal);
        found.UnionWith(Forms(raw).SelectMany(text => AfterAffix(text, ParameterStyle.Matrix).Concat(text.Split([.. PathDelimiters])))
            .SelectMany(Forms));
        return found;
    }

    /// <summary>
    /// The texts and numbers in a secret, and the names below it: those that the document does not have may be secrets, too.
    /// </summary>
    /// <param name="schema">Of the value; null if the document does not describe it.</param>
    /// <param name="isWhole">Whether all of the value is secret, and not only what the schema calls so.</param>
    public static IReadOnlyList<string> OfJson(JsonElement value, SecretSchema? schema, bool isWhole)
    {
        var (values, names) = (new List<string>(), new List<string>());
        Collect(value, schema, isWhole, values, names);
        return [.. values, .. names];
    }

    /// <summary>
    /// What may be a secret in a text that cannot be read, such as JSON that is cut off or XML: the text, and each quoted text and word in
    /// it, but not names that the document has.
    /// </summary>
    public static IEnumerable<string> OfUnreadable(string text, SecretSchema? schema) =>
        BrokenText.Words(text, schema?.NamesBelow ?? FrozenSet<string>.Empty).Prepend(text);

    /// <summary>A text and the texts that it is encoded from: with percent-encoding, as in a form, in quotes.</summary>
    private static IEnumerable<string> Forms(string raw)
    {
        var encoded = raw.AsSpan().ContainsAny('%', '+')
            ? (string[])[raw, Uri.UnescapeDataString(raw), NameValuePair.Decoded(raw)]
            : [raw];
        foreach (var text in encoded)
        {
            yield return text;
            if (text.AsSpan().Trim() is ['"', .. var quoted, '"'])
            {
                yield return quoted.ToString();
            }
        }
    }

    /// <summary>The values in a text by its parameter's style, and those of a list or object.</summary>
    private static IEnumerable<string> Values(string text, SecretPair secret)
    {
        var isPath = secret.Style is ParameterStyle.Matrix or ParameterStyle.Label;
        var values = isPath ? AfterAffix(text, secret.Style) : [];
        return secret.Schema is { IsArray: true } or { IsObject: true }
            ? values.Concat(text.Split([.. isPath ? PathDelimiters : Delimiters])
                .Where(part => part.Length > 0 && part.Length < text.Length)
                .Except(secret.Schema.Names.Append(secret.Name)))
            : values;
    }

    /// <summary>What follows the semicolon and the name of a matrix (<c>;name=value</c>), or the dot of a label.</summary>
    private static IEnumerable<string> AfterAffix(string text, ParameterStyle? style) => style == ParameterStyle.Matrix
        ? text.Split(';').Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]).Append(text.TrimStart(';'))
        : [text.StartsWith('.') ? text[1..] : text];

    private static bool AddJson(string text, in SecretPair secret, HashSet<string> found)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[' or '"', ..])
        {
            return false;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text, Deep);
            found.UnionWith(OfJson(parsed.RootElement, secret.Schema, secret.IsWhole));
            return true;
        }
        catch (JsonException)
        {
            found.UnionWith(OfUnreadable(text, secret.Schema));
            return false;
        }
    }

    private static void Collect(JsonElement value, SecretSchema? schema, bool isSecret, List<string> values, List<string> names)
    {
        isSecret |= schema is not { IsSecret: false };
        switch (value.ValueKind)
        {
            case JsonValueKind.String when isSecret:
                values.AddRange(InString(TextOf(value)));
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

    /// <summary>A string, and the words in it if it looks like JSON.</summary>
    private static IEnumerable<string> InString(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..] ? OfUnreadable(text, null) : [text];

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
