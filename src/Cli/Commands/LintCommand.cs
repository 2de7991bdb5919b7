using System.CommandLine;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract lint</c>: the document's diagnostics, findings and gaps, with their lines.</summary>
internal static class LintCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var document = new DocumentOptionSet();
        var format = ChoiceOption.Create("--format", "How findings are printed.", "text", "text", "json");

        var command = new Command("lint", "Print the faults of the document, and the gaps in its API's documentation.")
        {
            format,
        };
        document.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Interruptible.RunAsync(
            () => (int)ContractLoader.Load(document.Path(parsed), document.Loading(parsed)).Match(
                api => Run(api, parsed.GetValue(format) == "json", output),
                diagnostics => UsageErrors.WriteRejected(diagnostics, error)),
            cancellationToken));
        return command;
    }

    private static ExitCode Run(ContractDescription api, bool json, TextWriter output)
    {
        var report = Linter.Lint(api);
        if (json)
        {
            LintOutput.WriteJson(output, report);
        }
        else
        {
            LintOutput.WriteText(output, api, report, TerminalSettings.OfProcess.Colour);
        }

        return report.HasErrors ? ExitCode.Violations : ExitCode.Conforms;
    }
}
