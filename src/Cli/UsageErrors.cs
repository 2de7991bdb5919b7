using System.CommandLine;
using System.CommandLine.Parsing;
using SocialApi.Contract.Diagnostics;

namespace SocialApi.Cli;

/// <summary>One sentence for each thing wrong with a command line, with the nearest option or command that exists.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            // The value behind an unknown option is not a second mistake.
            var options = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).ToList();
            return [.. (options.Count > 0 ? options : parsed.UnmatchedTokens).Select(token => Unknown(token, command))];
        }

        return [.. parsed.Errors.Select(error => OneLine(error.Message)).Distinct()];
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var candidates = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(sub => sub.Name);
        var name = token.Split('=')[0];
        var nearest = Nearest.Find(name, candidates);
        var place = command is RootCommand ? "social-contract" : $"social-contract {command.Name}";
        return $"{place} has no {(isOption ? "option" : "command")} '{name}'{(nearest is null ? $"; `{place} --help` lists them" : $"; did you mean {nearest}?")}.";
    }
}
