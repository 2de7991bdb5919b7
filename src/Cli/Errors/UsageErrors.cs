using System.CommandLine;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Cli.Errors;

/// <summary>One sentence for each fault of a command line, with the nearest option or command that exists.</summary>
internal static class UsageErrors
{
    /// <summary>Writes a line for each sentence; true if there is any.</summary>
    public static bool Write(IReadOnlyList<string> sentences, TextWriter error)
    {
        foreach (var sentence in sentences)
        {
            error.WriteLine($"social-contract: {sentence}");
        }

        return sentences.Count > 0;
    }

    /// <summary>Writes the faults of a document or baseline that cannot be used.</summary>
    public static ExitCode WriteRejected(IReadOnlyList<Diagnostic> diagnostics, TextWriter error)
    {
        error.Write(DiagnosticFormatter.Text(diagnostics));
        return ExitCode.Usage;
    }

    public static IReadOnlyList<string> Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            // The value after an unknown option is not a second mistake.
            var options = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).ToList();
            return [.. (options.Count > 0 ? options : parsed.UnmatchedTokens).Select(token => Unknown(token, command))];
        }

        if (command is RootCommand)
        {
            var names = string.Join(", ", command.Subcommands.Select(sub => sub.Name));
            return [$"name a command: {names}; `social-contract --help` describes them."];
        }

        return [.. parsed.Errors.Select(error => OneLine(error.Message)).Distinct()];
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var candidates = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(sub => sub.Name);
        var name = token.Split('=')[0];
        var nearest = NearestName.Find(name, candidates);
        var place = command is RootCommand ? "social-contract" : $"social-contract {command.Name}";
        if (!isOption && command.Subcommands.Count == 0)
        {
            return $"{place} takes no argument '{name}'; `{place} --help` shows what it takes.";
        }

        var missing = $"{place} has no {(isOption ? "option" : "command")} '{name}'";
        return nearest is null ? $"{missing}; `{place} --help` lists them." : $"{missing}; did you mean {nearest}?";
    }
}
