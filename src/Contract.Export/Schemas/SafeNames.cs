using System.Text;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>Names for files and definitions, made from names of the document.</summary>
internal static class SafeNames
{
    /// <summary>The name with a hyphen in place of each run of characters other than ASCII letters, digits, dots and underscores.</summary>
    public static string Of(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '_' or '.')
            {
                safe.Append(character);
            }
            else if (safe.Length > 0 && safe[^1] != '-')
            {
                safe.Append('-');
            }
        }

        var text = safe.ToString().TrimStart('.').TrimEnd('-', '.');
        return text.Length == 0 ? "unnamed" : text;
    }
}
