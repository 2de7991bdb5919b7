using System.Globalization;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Http;

namespace SocialContract.MockServer.Responding;

/// <summary>The value of <c>Preference-Applied</c> (RFC 7240, section 3): the client's preferences that were applied.</summary>
internal static class PreferenceApplied
{
    /// <param name="isPreferred">Whether the response is the preferred one; a refusal is not, but the delay applies to it.</param>
    public static string Describe(Preference preference, bool isPreferred)
    {
        var applied = new List<string>();
        if (isPreferred)
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
                var isPlain = value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
                applied.Add($"{name}={(isPlain ? value : FieldSyntax.StructuredString(value))}");
            }
        }
    }
}
