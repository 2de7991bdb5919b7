using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Running;

/// <summary>Sends the requests that failed to a mock of the document, for comparison.</summary>
internal static class MockComparison
{
    /// <summary>The maximum number of requests to the mock.</summary>
    private const int RequestLimit = 50;

    /// <param name="start">Starts the mock.</param>
    public static async Task<IReadOnlyList<CheckResult>> AddAsync(
        IReadOnlyList<CheckResult> checks,
        VerificationPlan plan,
        Recorder recorder,
        Func<CancellationToken, Task<(Uri Url, IAsyncDisposable Server)>> start,
        CancellationToken cancellationToken)
    {
        var cases = plan.All.GroupBy(testCase => testCase.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var (url, server) = await start(cancellationToken);
        await using var running = server;
        var options = new RunOptions { Url = url, Timeout = TimeSpan.FromSeconds(5), MaxWait = TimeSpan.Zero };
        using var transport = new Transport(options, new Credentials(options));
        var responses = new Dictionary<string, ResponseMessage?>(StringComparer.Ordinal);
        var failed = checks.SelectMany(check => check.Failures).Select(failure => failure.Exchange.Case).Distinct();
        foreach (var id in failed.Take(RequestLimit))
        {
            responses[id] = cases.TryGetValue(id, out var testCase)
                ? await AskAsync(transport, testCase, recorder, cancellationToken)
                : null;
        }

        return [.. checks.Select(check => check with { Failures = [.. check.Failures.Select(With)] })];

        Failure With(Failure failure) =>
            failure with { Exchange = failure.Exchange with { MockResponse = responses.GetValueOrDefault(failure.Exchange.Case) } };
    }

    /// <summary>The mock accepts every id.</summary>
    private static async Task<ResponseMessage?> AskAsync(
        Transport transport, ContractCase testCase, Recorder recorder, CancellationToken cancellationToken)
    {
        var ids = testCase.Needs.Aggregate(ResourceIds.None, (ids, creator) => ids.With(creator, "1"));
        var result = await transport.SendAsync(testCase, ids, cancellationToken);
        return result.Message is { } response ? recorder.Redacted(response, testCase) : null;
    }
}
