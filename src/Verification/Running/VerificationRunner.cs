using SocialContract.Contract;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends a plan to a server and says which of the document's rules it keeps. Everything that the server sends is an observation. If the kit
/// itself fails, it loses the case or operation at hand, and the verdict is that not everything was tested.
/// </summary>
public static class VerificationRunner
{
    /// <param name="cancellationToken">Interrupts the run; the report holds what was observed until then.</param>
    public static async Task<VerificationReport> RunAsync(
        VerificationPlan plan, RunOptions options, CancellationToken cancellationToken = default)
    {
        options = options with { Url = WithoutCredentials(options.Url) };
        var started = options.TimeProvider.GetTimestamp();
        using var limit = new RunLimit(options.TimeLimit, options.TimeProvider, cancellationToken);
        using var session = new RunSession(plan, options, limit);
        var run = Task.Run(() => Run.SendAsync(session), CancellationToken.None);
        if (await limit.BoundAsync(run, options.TimeProvider))
        {
            await run;
        }
        else
        {
            session.Close();
        }

        var verdicts = session.Conclude();
        var recorder = session.Recorder;
        var checks = verdicts.Checks;
        if (options.Mock is { } mock && checks.Any(check => check.Failures.Count > 0) && !limit.Token.IsCancellationRequested)
        {
            await session.Faults.GuardAsync(
                "sending failed requests to the mock",
                async () => checks = await MockComparison.AddAsync(checks, plan, recorder, mock, limit.Token),
                limit.Token);
        }

        var untested = UntestedOperations.Sentence(plan, checks, options.Gate, options.AllowUntested);
        var (verdict, why) = Verdict.Of(
            verdicts,
            session.UnresponsiveReason ?? (session.IsClosed ? limit.Reason : null),
            limit,
            session.Faults.All,
            plan.Shortfall,
            untested);
        return new VerificationReport(
            recorder.Redacted(options.Url.ToString()),
            plan.Api.Documents.Entry.DisplayPath,
            plan.Api.Title,
            plan.Api.Version,
            verdict,
            recorder.Redacted(why),
            recorder.Redacted(checks),
            recorder.Exchanges,
            plan.Hash,
            Math.Round(options.TimeProvider.GetElapsedTime(started).TotalSeconds, 3))
        {
            Notices = [.. session.Notices.Concat(plan.Shortfall is { } shortfall ? [shortfall.Sentence] : []).Select(recorder.Redacted)],
            Redactor = recorder.Redactor,
            Untested = recorder.Redacted(untested ?? ""),
        };
    }

    /// <summary>The report of a run that ended before it had a plan.</summary>
    /// <param name="reason">Why nothing was tested, in a sentence.</param>
    internal static VerificationReport Untested(ContractDescription api, Uri url, string reason, double seconds) => new(
        WithoutCredentials(url).ToString(),
        api.Documents.Entry.DisplayPath,
        api.Title,
        api.Version,
        VerificationVerdict.NotTested,
        reason,
        [],
        [],
        "",
        seconds);

    /// <summary>Reports must not hold credentials from the URL.</summary>
    private static Uri WithoutCredentials(Uri url) =>
        new(url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
}
