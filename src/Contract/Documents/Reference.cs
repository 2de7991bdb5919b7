namespace SocialContract.Contract.Documents;

/// <summary>The parts of a <c>$ref</c>.</summary>
/// <param name="Document">The absolute URI of the file or schema resource it names.</param>
/// <param name="Fragment">The decoded fragment, an RFC 6901 pointer or an anchor; empty if there is none.</param>
internal readonly record struct Reference(Uri Document, string Fragment)
{
    /// <summary>The member whose text is a reference: of Reference Objects and Path Items, and the keyword of schemas.</summary>
    public const string Member = "$ref";

    /// <summary>Whether the fragment is a pointer, not an anchor.</summary>
    public bool IsPointer => Fragment.Length == 0 || Fragment[0] == '/';

    /// <summary>Null if the text is not a URI reference (RFC 3986).</summary>
    /// <param name="document">The base URI.</param>
    public static Reference? Parse(Uri document, string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash != 0 && text.Length > 0)
        {
            if (!Uri.TryCreate(document, hash < 0 ? text : text[..hash], out var absolute))
            {
                return null;
            }

            document = absolute;
        }

        var fragment = hash < 0 ? "" : text[(hash + 1)..];
        return new Reference(document, fragment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment) : fragment);
    }
}
