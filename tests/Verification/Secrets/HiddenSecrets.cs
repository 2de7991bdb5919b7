using System.Net;
using System.Text.RegularExpressions;

namespace SocialContract.Verification.Tests.Secrets;

/// <summary>Looks for the secrets of <see cref="EchoedSecret"/> in an output.</summary>
internal static partial class HiddenSecrets
{
    /// <summary>Pieces of the secrets, and of the token's base64 at each offset.</summary>
    private static readonly string[] Pieces = ["93f7", "c2d8", "Tok3n", EchoedSecret.Generated, "ZjcrYzJkO", "OTNmNytjM", "M2Y3K2MyZ"];

    public static void AssertIn(string output, string text)
    {
        var plain = Plain(text);
        foreach (var piece in Pieces)
        {
            plain.ShouldNotContain(piece, Case.Insensitive, $"{output} shows {piece}");
        }
    }

    /// <summary>The text without the encodings that its readers undo.</summary>
    private static string Plain(string text)
    {
        for (var times = 0; times < 3; times++)
        {
            text = WebUtility.HtmlDecode(Uri.UnescapeDataString(Escape().Replace(
                text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())));
        }

        return text;
    }

    [GeneratedRegex(@"\\+u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
