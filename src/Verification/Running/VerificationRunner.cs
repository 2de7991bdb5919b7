using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Running;

/// <summary>Sends a plan to a server and says which of the document's rules it keeps.</summary>
public static class VerificationRunner
{
    public static async Task<VerificationReport> RunAsync(
        VerificationPlan plan, RunOptions options, CancellationToken cancellationToken = default)
    {
        // Reports must not hold credentials from the URL.
        var url = options.Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        options = options with { Url = new Uri(url) };
        var started = options.TimeProvider.GetTimestamp();
        using var session = new RunSession(plan, options);
        using (var timeLimit = new CancellationTokenSource(options.TimeLimit, options.TimeProvider))
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token))
        {
            await Run.SendAsync(session, limit.Token);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var verdicts = session.Conclude();
        var checks = verdicts.Checks;
        if (options.Mock is { } mock && checks.Any(check => check.Failures.Count > 0))
        {
            checks = await MockComparison.AddAsync(checks, plan, session.Recorder, mock, cancellationToken);
        }

        var (verdict, why) = Verdict.Of(verdicts, session.UnresponsiveReason);
        return new VerificationReport(
            options.Url.ToString(),
            plan.Api.Documents.Entry.DisplayPath,
            plan.Api.Title,
            plan.Api.Version,
            verdict,
            why,
            checks,
            session.Recorder.Exchanges,
            plan.Hash,
            Math.Round(options.TimeProvider.GetElapsedTime(started).TotalSeconds, 3))
        {
            Notices = session.Notices,
        };
    }
}
