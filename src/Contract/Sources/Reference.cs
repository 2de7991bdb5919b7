namespace SocialApi.Contract.Sources;

/// <summary>A <c>$ref</c> taken apart.</summary>
/// <param name="Document">The absolute URI of the file it names.</param>
/// <param name="Pointer">The decoded RFC 6901 pointer; null where the fragment is no pointer (an anchor).</param>
/// <param name="Fragment">The decoded fragment; empty where there is none.</param>
internal readonly record struct Reference(Uri Document, string? Pointer, string Fragment)
{
    /// <summary>Null where the text is no URI reference (RFC 3986).</summary>
    public static Reference? Parse(SourceFile from, string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var document = from.Uri;
        if (hash != 0 && text.Length > 0)
        {
            var path = hash < 0 ? text : text[..hash];
            if (!Uri.TryCreate(from.Uri, path, out var absolute))
            {
                return null;
            }

            document = absolute;
        }

        var fragment = hash < 0 ? "" : text[(hash + 1)..];
        if (fragment.Contains('%', StringComparison.Ordinal))
        {
            fragment = Uri.UnescapeDataString(fragment);
        }

        return new Reference(document, fragment.Length == 0 || fragment[0] == '/' ? fragment : null, fragment);
    }
}
