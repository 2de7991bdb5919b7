using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialContract.JsonSchema.Schemas;

/// <summary>
/// Resolves references by RFC 3986 section 5.2. <see cref="Uri"/> resolves against hierarchical URIs only, and schemas have
/// identifiers such as <c>urn:uuid:…</c>.
/// </summary>
internal static class UriText
{
    private static readonly SearchValues<char> FragmentCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?");

    /// <summary>The absolute URI of a reference, its fragment included.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        var target = Parts.Of(reference);
        if (target.Scheme is not null)
        {
            return (target with { Path = RemoveDots(target.Path) }).ToString();
        }

        var origin = Parts.Of(baseUri);
        if (target.Authority is not null)
        {
            return (target with { Scheme = origin.Scheme, Path = RemoveDots(target.Path) }).ToString();
        }

        if (target.Path.Length == 0)
        {
            return (origin with { Query = target.Query ?? origin.Query, Fragment = target.Fragment }).ToString();
        }

        var path = target.Path[0] == '/' ? target.Path : Merge(origin, target.Path);
        return (origin with { Path = RemoveDots(path), Query = target.Query, Fragment = target.Fragment }).ToString();
    }

    /// <summary>Splits off the fragment; null where there is none.</summary>
    public static (string Uri, string? Fragment) Split(string uri)
    {
        var hash = uri.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (uri, null) : (uri[..hash], uri[(hash + 1)..]);
    }

    /// <summary>Percent-encodes the characters that a fragment must not have (RFC 3986 section 3.5).</summary>
    public static string EscapeFragment(ReadOnlySpan<char> pointer)
    {
        if (!pointer.ContainsAnyExcept(FragmentCharacters))
        {
            return pointer.ToString();
        }

        var escaped = new StringBuilder(pointer.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in pointer.EnumerateRunes())
        {
            if (rune.IsAscii && FragmentCharacters.Contains((char)rune.Value))
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return escaped.ToString();
    }

    private static string Merge(Parts origin, string path)
    {
        if (origin.Authority is not null && origin.Path.Length == 0)
        {
            return "/" + path;
        }

        return origin.Path[..(origin.Path.LastIndexOf('/') + 1)] + path;
    }

    private static string RemoveDots(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
        {
            return path;
        }

        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 1 || (kept.Count == 1 && kept[0].Length > 0))
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
                continue;
            }

            if (last)
            {
                kept.Add("");
            }
        }

        return string.Join('/', kept);
    }

    /// <summary>The components of RFC 3986 appendix B; null for a missing component, which differs from an empty one.</summary>
    private readonly record struct Parts(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
    {
        public static Parts Of(string text)
        {
            var (rest, fragment) = Split(text);
            string? query = null, scheme = null, authority = null;
            var mark = rest.IndexOf('?', StringComparison.Ordinal);
            if (mark >= 0)
            {
                (rest, query) = (rest[..mark], rest[(mark + 1)..]);
            }

            var colon = rest.AsSpan().IndexOfAny(':', '/');
            if (colon > 0 && rest[colon] == ':' && char.IsAsciiLetter(rest[0]))
            {
                (scheme, rest) = (rest[..colon], rest[(colon + 1)..]);
            }

            if (rest.StartsWith("//", StringComparison.Ordinal))
            {
                var slash = rest.IndexOf('/', 2);
                slash = slash < 0 ? rest.Length : slash;
                (authority, rest) = (rest[2..slash], rest[slash..]);
            }

            return new(scheme, authority, rest, query, fragment);
        }

        public override string ToString() =>
            (Scheme is null ? "" : Scheme + ":") + (Authority is null ? "" : "//" + Authority) + Path
            + (Query is null ? "" : "?" + Query) + (Fragment is null ? "" : "#" + Fragment);
    }
}
