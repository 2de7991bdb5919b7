using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SocialContract.Cli.Options;

/// <summary>Options that take whole numbers within a range.</summary>
internal static class NumberOption
{
    /// <summary><c>--seed N</c>: an unsigned 64-bit number; by default 0.</summary>
    public static Option<ulong> Seed(string description) =>
        new("--seed") { Description = description, HelpName = "N", CustomParser = result => Parse(result, "--seed", 0, ulong.MaxValue) };

    /// <summary>A number from <paramref name="from"/> to <paramref name="to"/>, neither negative.</summary>
    public static Option<int> Create(string name, string description, string helpName, int from, int to, int defaultValue) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => (int)Parse(result, name, (ulong)from, (ulong)to),
    };

    private static ulong Parse(ArgumentResult result, string name, ulong from, ulong to)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        result.AddError($"{name} takes a whole number from {from} to {to}; found '{text}'.");
        return from;
    }
}
