using SocialContract.Cli.Errors;
using SocialContract.Cli.Terminal;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Cli.Commands;

/// <summary>
/// The end of a run: baseline, annotations, terminal, report files, exit code. Each is written even where the kit fails in another.
/// </summary>
internal sealed class VerifyOutcome(VerifySettings settings, TextWriter output, TextWriter error, TimeProvider time)
{
    private readonly KitFaults _internalFaults = new();
    private readonly List<string> _faults = [];

    public ExitCode Finish(VerificationReport report, Baseline baseline)
    {
        _internalFaults.Guard("writing the baseline", () => baseline = Updated(report, baseline));
        _internalFaults.Guard(
            "applying the baseline", () => report = BaselineFilter.Apply(report, baseline, VerifyCommand.Today(time)));

        // The files first: the output may be a pipe that is read late or not at all.
        _faults.AddRange(ReportWriter.WriteAll(report, settings.Reports, _internalFaults));
        _internalFaults.Guard("writing annotations", () => WriteAnnotations(report));
        _internalFaults.Guard("printing the report", () => Print(report));
        foreach (var fault in _faults.Concat(_internalFaults.All))
        {
            error.WriteLine($"social-contract: {fault}.");
        }

        return _internalFaults.All.Count > 0 ? ExitCode.NotTested
            : _faults.Count > 0 ? ExitCode.Usage
            : report.Verdict switch
            {
                VerificationVerdict.Conforms => ExitCode.Conforms,
                VerificationVerdict.Violates => ExitCode.Violations,
                _ => ExitCode.NotTested,
            };
    }

    private Baseline Updated(VerificationReport report, Baseline baseline)
    {
        if (settings is not { UpdateBaseline: true, Baseline: { } path } || report.Verdict == VerificationVerdict.NotTested)
        {
            return baseline;
        }

        var updated = BaselineUpdate.Make(report, baseline, settings.KnownUntil);
        _faults.AddRange(BaselineWriter.Write(updated, path) is { } fault ? [fault] : []);
        return updated;
    }

    private void WriteAnnotations(VerificationReport report)
    {
        if (GitHubAnnotations.AreWanted(Environment.GetEnvironmentVariable))
        {
            GitHubAnnotations.Write(report, output, Environment.GetEnvironmentVariable("GITHUB_WORKSPACE"), Environment.CurrentDirectory);
        }
    }

    private void Print(VerificationReport report)
    {
        var terminal = TerminalSettings.OfProcess;
        VerificationOutput.Write(report, TerminalConsole.Create(output, terminal), terminal);
    }
}
