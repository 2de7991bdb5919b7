using System.CommandLine;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract lint</c>: the document's diagnostics, findings and gaps, with their lines.</summary>
internal static class LintCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var spec = SpecOption.Create();
        var format = ChoiceOption.Create("--format", "How findings are printed.", "text", "text", "json");

        var command = new Command("lint", "Print what is wrong with the document, and what its API's documentation leaves open.")
        {
            spec,
            format,
        };
        command.SetAction(parsed => (int)Run(parsed.GetValue(spec)!, parsed.GetValue(format) == "json", output, error));
        return command;
    }

    private static ExitCode Run(string document, bool json, TextWriter output, TextWriter error)
    {
        switch (ContractLoader.Load(document))
        {
            case LoadResult.Rejected rejected:
                error.Write(DiagnosticFormatter.Text(rejected.Diagnostics));
                return ExitCode.Usage;
            case LoadResult.Loaded loaded:
                var report = Linter.Lint(loaded.Api);
                if (json)
                {
                    LintOutput.WriteJson(output, report);
                }
                else
                {
                    LintOutput.WriteText(output, loaded.Api, report, TerminalColour.IsOn);
                }

                return report.HasErrors ? ExitCode.Violations : ExitCode.Conforms;
            default:
                throw new InvalidOperationException("A document is loaded or rejected.");
        }
    }
}
