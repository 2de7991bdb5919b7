using System.CommandLine;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract plan</c>: lists the requests that <c>verify</c> would send, check by check.</summary>
internal static class PlanCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var options = new PlanOptionSet();
        var command = new Command("plan", "List the requests that verify would send, check by check, and their hash; nothing is sent.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Interruptible.RunAsync(
            () => (int)ContractLoader.Load(options.Document.Path(parsed), options.Document.Loading(parsed)).Match(
                api => Run(api, options.Read(parsed), output, error),
                diagnostics => UsageErrors.WriteRejected(diagnostics, error)),
            cancellationToken));
        return command;
    }

    private static ExitCode Run(ContractDescription api, PlanOptions options, TextWriter output, TextWriter error)
    {
        VerificationPlan plan;
        try
        {
            plan = CasePlanner.Plan(api, options);
        }
        catch (Exception fault)
        {
            UsageErrors.Write([$"nothing was planned: {KitFaults.Describe("planning", fault)}."], error);
            return ExitCode.NotTested;
        }

        if (UsageErrors.Write(UnmatchedPatterns.Faults(plan), error))
        {
            return ExitCode.Usage;
        }

        PlanListing.Write(plan, output);
        return ExitCode.Conforms;
    }
}
