using System.Globalization;
using System.Text;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Replaces control characters, so that a text from elsewhere does not control the terminal or the log that shows it.</summary>
internal static class ControlCharacters
{
    /// <summary>For text: all but the tab become visible (the control pictures of Unicode).</summary>
    public static string ToPictures(string text) => Replace(text, static letter =>
        letter == '\t' ? "\t" : ((char)(letter < ' ' ? 0x2400 + letter : '\ufffd')).ToString());

    /// <summary>For request targets: all are percent-encoded.</summary>
    public static string PercentEncode(string text) => Replace(text, static letter =>
        string.Create(CultureInfo.InvariantCulture, $"%{(int)letter:X2}"));

    /// <summary>Allocates nothing if there is nothing to replace.</summary>
    private static string Replace(string text, Func<char, string> replacement)
    {
        StringBuilder? replaced = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]))
            {
                replaced ??= new StringBuilder(text, 0, at, text.Length + 8);
                replaced.Append(replacement(text[at]));
            }
            else
            {
                replaced?.Append(text[at]);
            }
        }

        return replaced?.ToString() ?? text;
    }
}
