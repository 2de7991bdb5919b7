using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces values in pairs of a query or form: <c>a=1&amp;b=2</c>, <c>a=1;b=2</c>.</summary>
internal static class NameValueText
{
    /// <summary>The pairs without the secret values; the same text, without an allocation for its pairs, if there are none.</summary>
    /// <param name="secretOf">What to show of the pair with a decoded name, if its value is secret; else null.</param>
    /// <param name="removed">Receives the decoded values and names that are not shown; null: they are not collected.</param>
    public static string Removed(string pairs, Func<string, SecretPair?> secretOf, List<string>? removed)
    {
        StringBuilder? shown = null;
        for (var start = 0; start <= pairs.Length;)
        {
            // A client may send a hash, too.
            var pair = NameValuePair.At<char>(pairs, start, "&;#");
            if (pair.NameEnd > start && Secret(pair.Name<char>(pairs), secretOf, removed) is { } secret)
            {
                shown ??= new StringBuilder(pairs, 0, start, pairs.Length);
                shown.Append(secret.Name);
                if (pair.HasValue)
                {
                    // A secret may hold a semicolon or a hash.
                    pair = NameValuePair.At<char>(pairs, start, "&");
                    shown.Append('=').Append(Redactor.Word);
                    removed?.AddRange(SecretParts.OfText(pair.Value<char>(pairs).ToString(), secret));
                }
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

    /// <summary>
    /// The pair with its name as it may be shown, if the value is secret. Servers read names less strictly than documents.
    /// </summary>
    private static SecretPair? Secret(ReadOnlySpan<char> raw, Func<string, SecretPair?> secretOf, List<string>? removed)
    {
        var name = NameOf(raw);
        var known = secretOf(name);
        if (known is null && Bare(name) is var bare && bare.Length < name.Length)
        {
            name = bare;
            known = secretOf(name);
        }

        if (known is not { } secret)
        {
            return null;
        }

        removed?.AddRange(PairName.Hidden(name, secret.Name));
        return secret.Name == name ? secret with { Name = raw.ToString() } : secret;
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
