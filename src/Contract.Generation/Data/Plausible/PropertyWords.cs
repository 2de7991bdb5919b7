namespace SocialContract.Contract.Generation.Data.Plausible;

/// <summary>
/// The words of a property's name in lower case: <c>profilePictureUrl</c>, <c>profile_picture_url</c> and
/// <c>Profile-Picture-URL</c> have the same three words.
/// </summary>
internal static class PropertyWords
{
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index <= name.Length; index++)
        {
            var part = index < name.Length && char.IsLetterOrDigit(name[index]);
            if (start >= 0 && (!part || BeginsWord(name, index)))
            {
                words.Add(name[start..index].ToLowerInvariant());
                start = -1;
            }

            if (part && start < 0)
            {
                start = index;
            }
        }

        return words;
    }

    /// <summary>
    /// An upper-case letter after a lower-case letter or digit (pageId), or the last of several before a lower-case letter (HTMLPage).
    /// </summary>
    private static bool BeginsWord(string name, int index) =>
        char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
