using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Cli.Errors;

/// <summary>One sentence for each fault of a command line, with the nearest option or command that exists.</summary>
internal static partial class UsageErrors
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

    /// <param name="arguments">As given; what is not expected may be a secret, and is shown by its position.</param>
    public static IReadOnlyList<string> Describe(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            // The value after an unknown option is not a second mistake.
            var options = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).ToList();
            return [.. (options.Count > 0 ? options : parsed.UnmatchedTokens)
                .Select(token => Unknown(token, arguments, command))];
        }

        if (command is RootCommand)
        {
            var names = string.Join(", ", command.Subcommands.Select(sub => sub.Name));
            return [$"name a command: {names}; `social-contract --help` describes them."];
        }

        return [.. parsed.Errors.Select(error => OneLine(error.Message)).Distinct()];
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unknown(string token, IReadOnlyList<string> arguments, Command command)
    {
        var isOption = token.StartsWith('-');
        var place = command is RootCommand ? "social-contract" : $"social-contract {command.Name}";
        var name = token.Split('=')[0];
        var shown = OptionName().IsMatch(name) ? $"'{name}'" : Position(token, arguments);
        if (!isOption && command.Subcommands.Count == 0)
        {
            return Path.Exists(token)
                ? $"{place} takes no argument '{token}'; `{place} --help` shows what it takes."
                : $"{place} takes only options, and {shown} is not one; `{place} --help` lists them.";
        }

        var candidates = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(sub => sub.Name);
        if (NearestName.Find(name, candidates) is { } nearest)
        {
            return $"{place} has no {(isOption ? "option" : "command")} '{name}'; did you mean {nearest}?";
        }

        return isOption
            ? $"{place} has no option {shown}; `{place} --help` lists them."
            : $"{shown} is not a command of {place}; `{place} --help` lists them.";
    }

    /// <summary>The position of the argument: <c>argument 3 (after --url)</c>.</summary>
    private static string Position(string token, IReadOnlyList<string> arguments)
    {
        var index = arguments.Count - 1;
        while (index > 0 && arguments[index] != token)
        {
            index--;
        }

        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return index > 0 && OptionName().IsMatch(arguments[index - 1])
            ? $"argument {number} (after {arguments[index - 1]})"
            : $"argument {number}";
    }

    /// <summary>Words of letters after hyphens, none of them long: what a person would name an option.</summary>
    [GeneratedRegex("^(?:-[A-Za-z]|-(?:-[a-z]{1,12}){1,4})$")]
    private static partial Regex OptionName();
}
