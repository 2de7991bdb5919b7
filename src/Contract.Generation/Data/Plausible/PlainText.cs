using System.Globalization;

namespace SocialContract.Contract.Generation.Data.Plausible;

/// <summary>Text of unknown meaning: the words of the property's name, cut or padded to the required length.</summary>
internal static class PlainText
{
    /// <param name="number">Appended so that texts differ; 0 is left out.</param>
    public static string Of(string name, int number, int min, int max)
    {
        var words = string.Join(' ', PropertyWords.Of(name));
        var digits = number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
        var text = words.Length == 0 ? "text" + digits : digits.Length == 0 ? words : $"{words} {digits}";
        if (Runes(text) > max)
        {
            // The number at the end makes texts differ, so the words are cut instead.
            text = digits.Length > max ? digits[^max..] : Ascii(words.Length == 0 ? "text" : words, max - digits.Length) + digits;
        }

        return Runes(text) < min ? Ascii(text, min) : text;
    }

    private static string Ascii(string text, int length) =>
        text.Length >= length ? new string('x', Math.Max(0, length - text.Length)) + Cut(text, length) : text.PadRight(length, 'x');

    private static string Cut(string text, int length) => text.All(char.IsAscii) ? text[..length] : new string('x', length);

    private static int Runes(string text) => text.EnumerateRunes().Count();
}
