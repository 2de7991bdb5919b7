namespace SocialContract.Verification.Reporting.Text;

/// <summary>Cuts long text where a report has little room, and says how much is missing.</summary>
internal static class Shortening
{
    /// <summary>The text itself, or its first characters and a note of how many are left out.</summary>
    /// <param name="limit">UTF-16 code units kept; a surrogate pair is never cut in two.</param>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return $"{text[..end]} … ({text.Length - end} more characters)";
    }
}
