using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces values in pairs of a query or form: <c>a=1&amp;b=2</c>, <c>a=1;b=2</c>.</summary>
internal static class NameValueText
{
    /// <summary>The pairs without the secret values; the same text, without an allocation for its pairs, if there are none.</summary>
    /// <param name="nameOf">The name to show for a decoded name whose value is secret; null where it is not.</param>
    /// <param name="removed">Receives the decoded values that are not shown; null: they are not collected.</param>
    public static string Removed(string pairs, Func<string, string?> nameOf, List<string>? removed)
    {
        StringBuilder? shown = null;
        for (var start = 0; start <= pairs.Length;)
        {
            var pair = NameValuePair.At<char>(pairs, start, "&;");
            if (pair.HasValue && pair.NameEnd > start && ShownName(pair.Name<char>(pairs), nameOf) is { } name)
            {
                // A secret may hold a semicolon.
                pair = NameValuePair.At<char>(pairs, start, "&");
                shown ??= new StringBuilder(pairs, 0, start, pairs.Length);
                shown.Append(name).Append('=').Append(Redactor.Word);
                removed?.Add(NameValuePair.Decoded(pair.Value<char>(pairs)));
            }
            else
            {
                shown?.Append(pairs, start, pair.End - start);
            }

            if (pair.End < pairs.Length)
            {
                shown?.Append(pairs[pair.End]);
            }

            start = pair.End + 1;
        }

        return shown?.ToString() ?? pairs;
    }

    /// <summary>The name as it may be shown, if the value is secret; else null. Servers read names less strictly than documents.</summary>
    private static string? ShownName(ReadOnlySpan<char> raw, Func<string, string?> nameOf)
    {
        var name = NameOf(raw);
        if (nameOf(name) is { } exact)
        {
            return exact == name ? raw.ToString() : exact;
        }

        var bare = Bare(name);
        return bare.Length < name.Length && nameOf(bare) is { } known ? known == bare ? raw.ToString() : known : null;
    }

    /// <summary>The name after a further question mark, without spaces, control characters and punctuation around it.</summary>
    private static string Bare(string name)
    {
        var (start, end) = (name.LastIndexOf('?') + 1, name.Length);
        while (start < end && !IsOfName(name[start]))
        {
            start++;
        }

        while (end > start && !IsOfName(name[end - 1]))
        {
            end--;
        }

        return end - start == name.Length ? name : name[start..end];
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '[' or ']';

    /// <summary>A name that is encoded several times is still the name to some servers.</summary>
    private static string NameOf(ReadOnlySpan<char> raw)
    {
        var name = NameValuePair.Decoded(raw);
        for (var times = 0; times < 3 && name.Contains('%'); times++)
        {
            name = Uri.UnescapeDataString(name);
        }

        return name;
    }
}
