using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.MockServer;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Commands;

/// <summary>One run of <c>verify</c>: load, plan, send, judge by the baseline, report.</summary>
internal sealed class VerifyRun(VerifySettings settings, TextWriter output, TextWriter error, TimeProvider time)
{
    /// <summary>
    /// Runs until the end, the time limit, Ctrl-C or SIGTERM, and reports what was observed until then. Where the kit itself fails, one
    /// sentence says so.
    /// </summary>
    public static async Task<int> RunAsync(
        VerifySettings settings, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken)
    {
        var run = new VerifyRun(settings, output, error, time);
        var work = Task.Run(() => run.RunAsync(cancellationToken), CancellationToken.None);
        try
        {
            return (int)await work;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("social-contract: verify was interrupted; nothing is reported.");
        }
        catch (Exception fault)
        {
            error.WriteLine($"social-contract: {KitFaults.Describe("verifying", fault)}.");
        }

        return (int)ExitCode.NotTested;
    }

    private async Task<ExitCode> RunAsync(CancellationToken interrupted)
    {
        var started = time.GetTimestamp();
        using var limit = new RunLimit(settings.TimeLimit, time, interrupted);
        LoadResult loaded;
        try
        {
            loaded = await Task.Run(() => ContractLoader.Load(settings.Document, settings.Loading), limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested)
        {
            error.WriteLine($"social-contract: nothing was sent: {limit.Reason} before {settings.Document} was read.");
            return ExitCode.NotTested;
        }

        return await loaded.Match(
            api => RunAsync(api, started, limit, interrupted),
            diagnostics => Task.FromResult(UsageErrors.WriteRejected(diagnostics, error)));
    }

    private async Task<ExitCode> RunAsync(
        ContractDescription api, long started, RunLimit limit, CancellationToken interrupted)
    {
        VerificationPlan plan;
        try
        {
            plan = await CasePlanner.PlanAsync(api, settings.Plan with { Given = GivenOf(api) }, limit.Token);
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested)
        {
            return Finish(Untested($"Nothing was sent: {limit.Reason} before its requests were planned."), Baseline.Empty);
        }
        catch (Exception fault)
        {
            return Finish(Untested($"Nothing was sent: {KitFaults.Describe("planning", fault)}."), Baseline.Empty);
        }

        if (UsageErrors.Write(
                [
                    .. UnmatchedPatterns.Faults(plan), .. UnmatchedPatterns.FaultsOfAllowed(plan, settings.AllowUntested),
                    .. TokenFaults(api), .. KeyFaults(api),
                ],
                error)
            || (await StatesFaultAsync(interrupted) is { } unreachable && UsageErrors.Write([unreachable], error)))
        {
            return ExitCode.Usage;
        }

        var baseline = Baseline.Empty;
        if (settings.Baseline is { } path && (!settings.UpdateBaseline || Path.Exists(path)))
        {
            var index = settings.UpdateBaseline ? null : new CheckIndex(plan.Checks.Select(check => (check.Key.Id, check.Key.Operation)));
            switch (BaselineLoader.Load(path, index))
            {
                case BaselineLoadResult.Rejected rejected:
                    return UsageErrors.WriteRejected([.. rejected.Errors.Select(WithAdvice)], error);
                case BaselineLoadResult.Loaded known:
                    baseline = known.Baseline;
                    break;
            }
        }

        var report = await RunProgress.ShowAsync(
            TerminalConsole.Create(output, TerminalSettings.OfProcess), time, show => SendAsync(plan, started, show, interrupted));
        return Finish(report, baseline);

        VerificationReport Untested(string reason) => VerificationRunner.Untested(
            api, settings.Url, reason, Math.Round(time.GetElapsedTime(started).TotalSeconds, 3));
    }

    private Task<VerificationReport> SendAsync(
        VerificationPlan plan, long started, Action<RunProgress> show, CancellationToken interrupted)
    {
        var left = settings.TimeLimit - time.GetElapsedTime(started);
        return VerificationRunner.RunAsync(plan, OptionsOf(plan.Api) with
        {
            TimeLimit = left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Progress = (sent, planned, failed) => show(new RunProgress(sent, planned, failed)),
            Mock = async stopping =>
            {
                var mock = await MockHost.StartAsync(
                    plan.Api,
                    new MockOptions { Document = plan.Api.Documents.Entry.DisplayPath, Reload = false, TimeProvider = time },
                    stopping);
                return (mock.Url, mock);
            },
        }, interrupted);
    }

    private ExitCode Finish(VerificationReport report, Baseline baseline) =>
        new VerifyOutcome(settings, output, error, time).Finish(report, baseline);

    private static Diagnostic WithAdvice(Diagnostic fault) => fault.Code == DiagnosticCodes.FileMissing
        ? fault with { Message = $"{fault.Message}; verify --update-baseline writes it" }
        : fault;

    private IReadOnlyList<string> TokenFaults(ContractDescription api) => settings.Tokens.Count == 0
        ? ContractEnvironment.Process.TokenFaults(api)
        : [.. settings.Tokens.Select(token => TokenOption.FaultOf(token, ContractEnvironment.RolesOf(api))).OfType<string>()];

    /// <summary>
    /// An unreachable states endpoint beside a reachable server is a mistake; where both are unreachable, the run itself says so.
    /// </summary>
    private async Task<string?> StatesFaultAsync(CancellationToken cancellationToken) =>
        settings.ProviderStatesUrl is { } states
        && await Reachability.FaultOfAsync(states, settings.Timeout, cancellationToken) is { } fault
        && await Reachability.FaultOfAsync(settings.Url, settings.Timeout, cancellationToken) is null
            ? $"the provider states endpoint {UrlText.Shown(states.ToString())} cannot be reached: {fault}; "
                + "correct --provider-states-url (or CONTRACT_PROVIDER_STATES_URL), or leave it out."
            : null;

    private IReadOnlyList<KeyValuePair<string, string>> TokensOf(ContractDescription api) =>
        settings.Tokens.Count > 0 ? [.. settings.Tokens.Select(token => TokenOption.Parse(token, ContractEnvironment.RolesOf(api)))]
        : ContractEnvironment.Process.Tokens(api);

    private GivenCredentials GivenOf(ContractDescription api) =>
        GivenCredentials.Of(TokensOf(api), settings.Basic, settings.ApiKeys);

    private IReadOnlyList<string> KeyFaults(ContractDescription api) =>
        [.. settings.ApiKeys.Select(key => ApiKeyOption.FaultOf(key.Key, api)).OfType<string>()];

    private RunOptions OptionsOf(ContractDescription api) => new()
    {
        Url = settings.Url,
        Tokens = TokensOf(api),
        TokenAdvice = static role => role.Length == 0 ? "give one with --token or CONTRACT_TOKEN" : $"give one with --token {role}=TOKEN",
        Basic = settings.Basic,
        ApiKeys = settings.ApiKeys,
        Headers = settings.Headers,
        ProviderStatesUrl = settings.ProviderStatesUrl,
        Gate = settings.Gate,
        AllowUntested = settings.AllowUntested,
        Timeout = settings.Timeout,
        TimeLimit = settings.TimeLimit,
        TimeProvider = time,
    };
}
