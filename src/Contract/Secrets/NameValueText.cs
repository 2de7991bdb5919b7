using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces values in pairs of a query or form: <c>a=1&amp;b=2</c>.</summary>
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
            var end = pairs.IndexOf('&', start) is >= 0 and var and ? and : pairs.Length;
            var equals = pairs.AsSpan(start, end - start).IndexOf('=');
            var name = equals > 0 ? NameOf(pairs.AsSpan(start, equals)) : "";
            if (equals > 0 && nameOf(name) is { } known)
            {
                shown ??= new StringBuilder(pairs, 0, start, pairs.Length);
                var raw = known == name ? pairs.AsSpan(start, equals) : known;
                shown.Append(raw).Append('=').Append(Redactor.Word);
                removed?.Add(Decoded(pairs.AsSpan(start + equals + 1, end - start - equals - 1)));
            }
            else
            {
                shown?.Append(pairs, start, end - start);
            }

            if (end < pairs.Length)
            {
                shown?.Append('&');
            }

            start = end + 1;
        }

        return shown?.ToString() ?? pairs;
    }

    /// <summary>A name that is encoded several times is still the name to some servers.</summary>
    private static string NameOf(ReadOnlySpan<char> raw)
    {
        var name = Decoded(raw);
        for (var times = 0; times < 3 && name.Contains('%'); times++)
        {
            name = Uri.UnescapeDataString(name);
        }

        return name;
    }

    /// <summary>The text without percent-encoding; a plus sign is a space. Invalid escapes stay.</summary>
    public static string Decoded(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();
}
