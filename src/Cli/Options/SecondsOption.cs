using System.CommandLine;
using System.Globalization;

namespace SocialContract.Cli.Options;

/// <summary>An option that takes a time in seconds, which may have a fraction; null if the option is absent.</summary>
internal static class SecondsOption
{
    /// <summary>A day.</summary>
    private const double MaxSeconds = 86_400;

    public static Option<TimeSpan?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 and <= MaxSeconds)
            {
                return TimeSpan.FromSeconds(seconds);
            }

            result.AddError($"{name} takes seconds, from 0.001 to {MaxSeconds}; found '{text}'.");
            return null;
        },
    };
}
