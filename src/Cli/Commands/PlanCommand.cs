using System.CommandLine;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Planning;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract plan</c>: what <c>verify</c> would send, rule by rule, without sending any.</summary>
internal static class PlanCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var options = new PlanOptionSet();
        var command = new Command("plan", "List what verify would send, rule by rule, and the list's hash; nothing is sent.");
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed.GetValue(options.Spec)!, options.Read(parsed), output, error));
        return command;
    }

    private static ExitCode Run(string document, PlanOptions options, TextWriter output, TextWriter error)
    {
        switch (ContractLoader.Load(document))
        {
            case LoadResult.Rejected rejected:
                error.Write(DiagnosticFormatter.Text(rejected.Diagnostics));
                return ExitCode.Usage;
            case LoadResult.Loaded loaded:
                var plan = CasePlanner.Plan(loaded.Api, options);
                if (UsageErrors.Write(PatternCheck.Faults(plan), error))
                {
                    return ExitCode.Usage;
                }

                PlanListing.Write(plan, output);
                return ExitCode.Conforms;
            default:
                throw new InvalidOperationException("A document is loaded or rejected.");
        }
    }
}
