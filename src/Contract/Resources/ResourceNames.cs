namespace SocialContract.Contract.Resources;

/// <summary>Whether names of parameters and members belong to the resources of a collection, by English plurals.</summary>
internal static class ResourceNames
{
    /// <summary>Words by which resources are found that are not ids.</summary>
    private static readonly string[] OtherKeys =
    [
        "name", "slug", "key", "code", "number", "login", "email", "handle", "username", "version", "sha", "hash", "title", "path",
    ];

    /// <summary>
    /// Whether the member has the values that the parameter takes: it has the parameter's name, or that name without the resource's:
    /// <c>number</c> for <c>issue_number</c> in <c>/issues</c>.
    /// </summary>
    /// <param name="collection">The last segment of the collection's path; empty where it has none.</param>
    public static bool IsId(string member, string parameter, string collection)
    {
        var (name, wanted) = (Letters(member), Letters(parameter));
        return name.Length > 0 && (name == wanted || Forms(collection).Any(resource => $"{resource}{name}" == wanted));
    }

    /// <summary>Whether the name is that of a resource of the collection, or of several.</summary>
    public static bool IsOne(string name, string collection) => name.Length > 0 && Forms(name).Intersect(Forms(collection)).Any();

    /// <summary>Whether a member named <c>id</c> can have the parameter's values: a name or a slug is another key.</summary>
    public static bool MayBeId(string parameter, string collection)
    {
        var name = Letters(parameter);
        return !OtherKeys.Any(key => name == key || Forms(collection).Any(resource => name == $"{resource}{key}"));
    }

    /// <summary>The word, and what it is a plural of.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        var word = Letters(name);
        if (word.Length == 0)
        {
            yield break;
        }

        yield return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return $"{word[..^3]}y";
        }

        if (word.EndsWith("es", StringComparison.Ordinal))
        {
            yield return word[..^2];
        }

        if (word.EndsWith('s'))
        {
            yield return word[..^1];
        }
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
