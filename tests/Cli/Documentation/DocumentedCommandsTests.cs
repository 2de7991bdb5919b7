using System.Text.RegularExpressions;
using SocialContract.Cli.Errors;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>Each command that the documentation shows can be typed.</summary>
public sealed partial class DocumentedCommandsTests
{
    private static readonly string[] Commands =
        ["mock", "proxy", "lint", "reference", "verify", "plan", "export wiremock", "export wiremock.net", "export schemas"];

    private static readonly string Makefile = File.ReadAllText(Checkout.PathOf("Makefile"));

    [Fact]
    public void A_make_target_exists_and_reads_the_variables_that_it_is_given()
    {
        var shown = Documents.Code().SelectMany(code => MakeCall().Matches(code.Line)
            .Select(call => (code.File, Target: call.Groups["target"].Value, Call: call.Value))).ToList();

        shown.Select(call => call.Target).ShouldContain("mock");
        shown.Where(call => !Recipe(call.Target).Any() || VariablesOf(call.Call).Any(name => !Reads(call.Target, name)))
            .Select(call => $"{call.File}: {call.Call}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_exists_and_takes_the_options_that_it_is_given()
    {
        var help = await HelpAsync();
        var shown = Documents.Code().SelectMany(code => CommandCall().Matches(code.Line)
            .Select(call => (code.File, Command: call.Groups["command"].Value, Call: call.Value))).ToList();

        shown.Select(call => call.Command).ShouldContain("verify");
        shown.Where(call =>
            !help.TryGetValue(call.Command, out var text) || Options(call.Call).Any(option => !Options(text).Contains(option)))
            .Select(call => $"{call.File}: {call.Call}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task An_option_that_is_named_alone_is_an_option_of_some_command()
    {
        var known = (await HelpAsync()).Values.SelectMany(Options).Concat(["--version"]).ToHashSet(StringComparer.Ordinal);

        Documents.Code()
            .Where(code => code.Line.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(code => Options(code.Line).Select(option => (code.File, Option: option)))
            .Where(named => !known.Contains(named.Option))
            .Select(named => $"{named.File}: {named.Option}")
            .ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, string>> HelpAsync()
    {
        var help = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var command in Commands)
        {
            using var output = new StringWriter();
            var code = await CommandLineApplication.RunAsync(
                [.. command.Split(' '), "--help"], output, TextWriter.Null, TimeProvider.System);

            code.ShouldBe(ExitCode.Conforms);
            help[command] = output.ToString();
        }

        return help;
    }

    /// <summary>The lines of a target of the Makefile; none where it has no such target.</summary>
    private static IEnumerable<string> Recipe(string target) => Makefile.Split('\n')
        .SkipWhile(line => !line.StartsWith($"{target}:", StringComparison.Ordinal))
        .TakeWhile(line => line.Length > 0);

    private static bool Reads(string target, string variable) =>
        Recipe(target)
            .Any(line =>
                line.Contains($"$({variable}", StringComparison.Ordinal) || line.Contains($"or $({variable}", StringComparison.Ordinal));

    private static IEnumerable<string> VariablesOf(string call) => Variable().Matches(call).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Options(string text) => Option().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"(?<![\w-])make (?<target>[a-z]+)(?<variables>( +[A-Z_]+=\S*)*)")]
    private static partial Regex MakeCall();

    [GeneratedRegex(@" (?<name>[A-Z_]+)=")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![\w.])(dist/)?social-contract (?<command>export [a-z.]+|[a-z]+)[^#|]*")]
    private static partial Regex CommandCall();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex Option();
}
