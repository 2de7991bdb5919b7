using System.CommandLine;
using System.CommandLine.Parsing;

namespace SocialContract.Cli.Options;

/// <summary>
/// An option that takes a URL, with an environment variable as its default. Errors name whichever of the two was used.
/// </summary>
internal static class UrlOption
{
    /// <param name="faultOf">
    /// The fault of a URL, as the rest of a sentence that starts with the name of the option or variable; null if there is none.
    /// </param>
    public static Option<string?> Create(string name, string variable, string description, Func<string, string?> faultOf)
    {
        var option = new Option<string?>(name)
        {
            Description = $"{description}; by default {variable}.",
            HelpName = "URL",
            DefaultValueFactory = _ => Read(variable),
        };
        option.Validators.Add(result =>
        {
            var (used, text) = result.Implicit ? (variable, Read(variable)) : (name, result.Tokens is [var token] ? token.Value : null);
            if (text is not null && faultOf(text) is { } fault)
            {
                result.AddError($"{used} {fault}");
            }
        });
        return option;
    }

    /// <summary>Whether neither the option nor its variable was given.</summary>
    public static bool IsAbsent(CommandResult command, Option<string?> option, string variable) =>
        command.GetResult(option) is null or { Implicit: true } && Read(variable) is null;

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;
}
