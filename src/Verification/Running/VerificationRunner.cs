using System.Diagnostics;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Sends a plan to a server and says which of the document's rules it keeps.</summary>
public static class VerificationRunner
{
    public static async Task<VerificationReport> RunAsync(VerificationPlan plan, RunOptions options, CancellationToken cancellationToken = default)
    {
        // Credentials in the URL are nobody's business, and no report's.
        options = options with { Url = new Uri(options.Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)) };
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        using var run = new Run(plan, options);
        var reason = await run.SendAsync(limit.Token);
        cancellationToken.ThrowIfCancellationRequested();

        var rows = run.Ledger.Conclude(options.Gate);
        if (options.Mock is { } mock && rows.Any(row => row.Failures.Count > 0))
        {
            rows = await MockComparison.AddAsync(rows, plan, run.Recorder, mock, cancellationToken);
        }

        var isOver = rows.Any(row => row.Outcome == Outcome.Blocked && row.Reason == Transport.TimeIsOver);
        var cutOff = run.UnresponsiveTarget.Reason ?? (isOver ? Transport.TimeIsOver : null);
        var (verdict, why) = Verdict.Of(rows, reason, cutOff);
        return new VerificationReport(
            options.Url.ToString(),
            plan.Api.Documents.Entry.DisplayPath,
            plan.Api.Title,
            plan.Api.Version,
            verdict,
            why,
            rows,
            run.Recorder.Exchanges,
            plan.Hash,
            Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3))
        {
            Notices = run.Notices,
        };
    }
}
