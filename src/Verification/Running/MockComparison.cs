using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Asks a mock of the document what it answers to the requests that failed.</summary>
internal static class MockComparison
{
    private const int MostAsked = 50;

    public static async Task<IReadOnlyList<CheckResult>> AddAsync(
        IReadOnlyList<CheckResult> rows, VerificationPlan plan, Recorder recorder, Func<CancellationToken, Task<IMockAnswers>> start, CancellationToken cancellationToken)
    {
        var cases = plan.All.GroupBy(one => one.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        await using var mock = await start(cancellationToken);
        var options = new RunOptions { Url = mock.Url, Timeout = TimeSpan.FromSeconds(5), MaxWait = TimeSpan.Zero };
        using var transport = new Transport(options, new Credentials(options));
        var answers = new Dictionary<string, RecordedMessage?>(StringComparer.Ordinal);
        foreach (var one in rows.SelectMany(row => row.Failures).Select(failure => failure.Exchange.Case).Distinct().Take(MostAsked))
        {
            answers[one] = cases.TryGetValue(one, out var asked) ? await AskAsync(transport, asked, recorder, cancellationToken) : null;
        }

        return [.. rows.Select(row => row with { Failures = [.. row.Failures.Select(With)] })];

        Failure With(Failure failure) => failure with { Exchange = failure.Exchange with { MockAnswer = answers.GetValueOrDefault(failure.Exchange.Case) } };
    }

    /// <summary>The mock knows every id.</summary>
    private static async Task<RecordedMessage?> AskAsync(Transport transport, ContractCase one, Recorder recorder, CancellationToken cancellationToken)
    {
        var ids = one.Needs.Aggregate(ResourceIds.None, (ids, creator) => ids.With(creator, "1"));
        var answer = await transport.SendAsync(one, ids, cancellationToken);
        return answer.Code == 0 ? null : recorder.Recorded(answer, one.Body is { } body ? System.Text.Encoding.UTF8.GetString(body.Span) : "");
    }
}
