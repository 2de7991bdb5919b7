namespace SocialContract.Contract.Http;

/// <summary>
/// A form field's name, whose brackets say where its value belongs: <c>a[b]</c> is a member, <c>a[]</c> an element. Divided as Rack 2's
/// <c>parse_nested_query</c> does for Rails, stray brackets included.
/// </summary>
internal static class BracketedName
{
    private const string Element = "[]";

    /// <summary>The names in it, in order; an empty name for each <c>[]</c>. Empty if it has only brackets.</summary>
    public static IReadOnlyList<string> Parts(ReadOnlySpan<char> name)
    {
        var parts = new List<string>();
        while (!name.IsEmpty && First(name, out name) is { Length: > 0 } part)
        {
            parts.Add(part);
            while (TryReadElement(ref name))
            {
                parts.Add("");
            }
        }

        return parts;
    }

    /// <summary>
    /// The first name without its brackets; empty if there are only brackets. A last bracket that only opens is part of the name.
    /// </summary>
    /// <param name="after">The text that follows: more brackets, perhaps with names.</param>
    public static string First(ReadOnlySpan<char> name, out ReadOnlySpan<char> after)
    {
        name = name.TrimStart(Element);
        var end = name.IndexOfAny('[', ']');
        if (end < 0)
        {
            after = default;
            return name.ToString();
        }

        var first = name[..end];
        after = name[end..].TrimStart(']');
        if (first.IsEmpty || after is not "[")
        {
            return first.ToString();
        }

        after = default;
        return $"{first}[";
    }

    /// <summary>Takes <c>[]</c> from the start of the text after a name; false if it does not begin with it.</summary>
    public static bool TryReadElement(ref ReadOnlySpan<char> after)
    {
        var isElement = IsElement(after);
        after = isElement ? after[Element.Length..] : after;
        return isElement;
    }

    /// <summary>Whether the text after a name begins with <c>[]</c>.</summary>
    public static bool IsElement(ReadOnlySpan<char> after) => after.StartsWith(Element);
}
