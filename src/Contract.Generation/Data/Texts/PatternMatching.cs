using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

internal static class PatternMatching
{
    /// <summary>
    /// Whether the pattern matches; false also where matching takes too long, since generated text must match for certain.
    /// </summary>
    public static bool SurelyMatches(this EcmaPattern pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (PatternTimeoutException)
        {
            return false;
        }
    }
}
