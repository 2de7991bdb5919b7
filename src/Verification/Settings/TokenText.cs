using System.Globalization;
using SocialContract.Contract.Http;

namespace SocialContract.Verification.Settings;

/// <summary>Tokens are sent in headers, so they are visible ASCII characters (RFC 6750, section 2.1 allows fewer).</summary>
internal static class TokenText
{
    /// <summary>
    /// What is wrong with a token, as the rest of a sentence that begins with the name of a flag or variable; null where it can be sent.
    /// Holds nothing of the token but one character's code.
    /// </summary>
    public static string? FaultOf(string token)
    {
        if (token.Length == 0)
        {
            return "takes a token; found none.";
        }

        var wrong = FieldSyntax.IndexOfInvisible(token);
        return wrong < 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"takes a token of visible ASCII characters; found U+{(int)token[wrong]:X4} as character {wrong + 1} of {token.Length}.");
    }
}
