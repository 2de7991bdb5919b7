using System.Globalization;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Http;
using SocialContract.Contract.Generation.Examples.Preferences;

namespace SocialContract.MockServer.Serving;

/// <summary>The value of <c>Preference-Applied</c> (RFC 7240, section 3): what of the client's wishes was followed.</summary>
internal static class PreferenceApplied
{
    /// <param name="chosen">Whether the answer is the one that was preferred; a refusal is not, but it is held back as asked.</param>
    public static string Describe(Preference preference, bool chosen)
    {
        var applied = new List<string>();
        if (chosen)
        {
            Add("code", preference.Code);
            Add("example", preference.Example);
            Add("dynamic", preference.Dynamic switch { true => "true", false => "false", null => null });
            Add("seed", preference.Seed?.ToString(CultureInfo.InvariantCulture));
        }

        Add("delay", preference.Delay?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        Add("wait", preference.Wait?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return string.Join(", ", applied);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                applied.Add(value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.') ? $"{name}={value}" : $"{name}={FieldSyntax.StructuredString(value)}");
            }
        }
    }
}
