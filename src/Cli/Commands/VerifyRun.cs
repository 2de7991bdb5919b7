using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;

namespace SocialContract.Cli.Commands;

/// <summary>One run of <c>verify</c>: load, plan, send, judge by the baseline, report.</summary>
internal static class VerifyRun
{
    public static async Task<int> RunAsync(VerifySettings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        switch (ContractLoader.Load(settings.Document))
        {
            case LoadResult.Rejected rejected:
                error.Write(DiagnosticFormatter.Text(rejected.Diagnostics));
                return (int)ExitCode.Usage;
            case LoadResult.Loaded loaded:
                return await RunAsync(loaded.Api, settings, output, error, cancellationToken);
            default:
                throw new InvalidOperationException("A document is loaded or rejected.");
        }
    }

    private static async Task<int> RunAsync(
        ContractDescription api, VerifySettings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var plan = CasePlanner.Plan(api, settings.Plan);
        if (UsageErrors.Write([.. PatternCheck.Faults(plan), .. TokenFaults(api, settings)], error)
            || (await StatesFaultAsync(settings, cancellationToken) is { } unreachable && UsageErrors.Write([unreachable], error)))
        {
            return (int)ExitCode.Usage;
        }

        var baseline = Baseline.Empty;
        if (settings.Baseline is { } path && (!settings.UpdateBaseline || File.Exists(path)))
        {
            var index = settings.UpdateBaseline ? null : new RuleIndex(plan.Rows.Select(row => (row.Key.Id, row.Key.Operation)));
            switch (BaselineLoader.Load(path, index))
            {
                case BaselineLoadResult.Rejected rejected:
                    error.Write(DiagnosticFormatter.Text(rejected.Errors));
                    return (int)ExitCode.Usage;
                case BaselineLoadResult.Loaded known:
                    baseline = known.Baseline;
                    break;
            }
        }

        using var signals = new TerminationSignals();
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = new CancellationTokenSource();
        var watch = InterruptAsync(signals, interrupted, end.Token);
        try
        {
            var report = await SendAsync(plan, settings, output, interrupted.Token);
            return (int)Finish(report, baseline, settings, output, error);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            error.WriteLine("social-contract: verify was interrupted; nothing is reported.");
            return (int)ExitCode.NotTested;
        }
        finally
        {
            await end.CancelAsync();
            await watch;
        }
    }

    private static async Task InterruptAsync(TerminationSignals signals, CancellationTokenSource run, CancellationToken ended)
    {
        await Task.WhenAny(signals.Received, Task.Delay(Timeout.Infinite, ended));
        if (!ended.IsCancellationRequested)
        {
            await run.CancelAsync();
        }
    }

    private static async Task<VerificationReport> SendAsync(
        VerificationPlan plan, VerifySettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        using var progress = new ConsoleProgress(output, Terminal, TimeProvider.System);
        return await VerificationRunner.RunAsync(plan, OptionsOf(plan.Api, settings) with
        {
            Progress = (sent, planned, failed) => progress.Report(new VerificationProgress(sent, planned, failed)),
            Mock = stopping => MockAnswers.StartAsync(plan.Api, stopping),
        }, cancellationToken);
    }

    private static ExitCode Finish(VerificationReport report, Baseline baseline, VerifySettings settings, TextWriter output, TextWriter error)
    {
        var faults = new List<string>();
        if (settings is { UpdateBaseline: true, Baseline: { } path } && report.Verdict != VerificationVerdict.NotTested)
        {
            baseline = BaselineUpdate.Make(report, baseline, settings.KnownUntil);
            faults.AddRange(BaselineWriter.Write(baseline, path) is { } fault ? [fault] : []);
        }

        report = BaselineFilter.Apply(report, baseline, VerifyCommand.Today);
        if (GitHubAnnotations.AreWanted(Environment.GetEnvironmentVariable))
        {
            GitHubAnnotations.Write(report, output, Environment.GetEnvironmentVariable("GITHUB_WORKSPACE"), Environment.CurrentDirectory);
        }

        ConsoleReport.Write(report, output, Terminal);

        faults.AddRange(ReportWriter.WriteAll(report, settings.Reports));
        faults.ForEach(fault => error.WriteLine($"social-contract: {fault}."));
        return faults.Count > 0 ? ExitCode.Usage : report.Verdict switch
        {
            VerificationVerdict.Conforms => ExitCode.Conforms,
            VerificationVerdict.Violates => ExitCode.Violations,
            _ => ExitCode.NotTested,
        };
    }

    private static IReadOnlyList<string> TokenFaults(ContractDescription api, VerifySettings settings) => settings.Tokens.Count == 0
        ? ContractEnvironment.Process.TokenFaults(api)
        : [.. TokensOf(api, settings).Where(token => token.Value.Length == 0)
            .Select(token => $"--token {token.Key}= lacks the token behind the role.")];

    /// <summary>
    /// Nothing at the one URL where there is something at the other is a mistake; where both are silent, the run says so itself.
    /// </summary>
    private static async Task<string?> StatesFaultAsync(VerifySettings settings, CancellationToken cancellationToken) =>
        settings.ProviderStatesUrl is { } states
        && await Reachability.FaultOfAsync(states, settings.Timeout, cancellationToken) is { } fault
        && await Reachability.FaultOfAsync(settings.Url, settings.Timeout, cancellationToken) is null
            ? $"the provider states endpoint {states} cannot be reached: {fault}; "
                + "correct --provider-states-url (or CONTRACT_PROVIDER_STATES_URL), or leave it out."
            : null;

    private static IReadOnlyList<KeyValuePair<string, string>> TokensOf(ContractDescription api, VerifySettings settings) =>
        settings.Tokens.Count > 0 ? [.. settings.Tokens.Select(token => TokenOption.Parse(token, ContractEnvironment.RolesOf(api)))]
        : ContractEnvironment.Process.Tokens(api);

    private static RunOptions OptionsOf(ContractDescription api, VerifySettings settings) => new()
    {
        Url = settings.Url,
        Tokens = TokensOf(api, settings),
        Headers = settings.Headers,
        ProviderStatesUrl = settings.ProviderStatesUrl,
        Gate = settings.Gate,
        Timeout = settings.Timeout,
        TimeLimit = settings.TimeLimit,
    };

    private static ConsoleSettings Terminal => ConsoleSettings.Detect(
        Console.IsOutputRedirected, Console.IsOutputRedirected ? 0 : Console.WindowWidth, Environment.GetEnvironmentVariable);
}
