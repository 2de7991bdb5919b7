using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.MockServer;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Commands;

/// <summary>One run of <c>verify</c>: load, plan, send, judge by the baseline, report.</summary>
internal static class VerifyRun
{
    public static Task<int> RunAsync(VerifySettings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        ContractLoader.Load(settings.Document, settings.Loading).Match(
            api => RunAsync(api, settings, output, error, cancellationToken),
            diagnostics => Task.FromResult((int)UsageErrors.WriteRejected(diagnostics, error)));

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
            var index = settings.UpdateBaseline ? null : new RuleIndex(plan.Checks.Select(check => (check.Key.Id, check.Key.Operation)));
            switch (BaselineLoader.Load(path, index))
            {
                case BaselineLoadResult.Rejected rejected:
                    return (int)UsageErrors.WriteRejected(rejected.Errors, error);
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
            var report = await RunProgress.ShowAsync(
                TerminalConsole.Create(output, TerminalSettings.OfProcess),
                TimeProvider.System,
                show => SendAsync(plan, settings, show, interrupted.Token));
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
        await Task.WhenAny(signals.Received, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended));
        if (!ended.IsCancellationRequested)
        {
            await run.CancelAsync();
        }
    }

    private static Task<VerificationReport> SendAsync(
        VerificationPlan plan, VerifySettings settings, Action<RunProgress> show, CancellationToken cancellationToken) =>
        VerificationRunner.RunAsync(plan, OptionsOf(plan.Api, settings) with
        {
            Progress = (sent, planned, failed) => show(new RunProgress(sent, planned, failed)),
            Mock = async stopping =>
            {
                var mock = await MockHost.StartAsync(
                    plan.Api, new MockOptions { Document = plan.Api.Documents.Entry.DisplayPath, Reload = false }, stopping);
                return (mock.Url, mock);
            },
        }, cancellationToken);

    private static ExitCode Finish(
        VerificationReport report, Baseline baseline, VerifySettings settings, TextWriter output, TextWriter error)
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

        var terminal = TerminalSettings.OfProcess;
        VerificationOutput.Write(report, TerminalConsole.Create(output, terminal), terminal);
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
            .Select(token => $"--token {token.Key}= lacks the token after the role.")];

    /// <summary>
    /// An unreachable states endpoint beside a reachable server is a mistake; where both are unreachable, the run itself says so.
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
}
