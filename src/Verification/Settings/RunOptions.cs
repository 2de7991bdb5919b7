using SocialContract.Contract.Provenances;

namespace SocialContract.Verification.Settings;

/// <summary>Where a run goes to and how much it may cost.</summary>
public sealed record RunOptions
{
    /// <summary>The base URL; operations' paths are appended to its path.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// Tokens by role; the one for callers of no particular role under the empty name. Where there is none of those, the first serves for
    /// it.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tokens { get; init; } = [];

    /// <summary>Further headers for every request, e.g. a gateway's key. Their values appear in no report.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Where the server is put into states; null: it offers no way.</summary>
    public Uri? ProviderStatesUrl { get; init; }

    /// <summary>Rules at least this sure fail; the others are questions.</summary>
    public RuleSource Gate { get; init; } = RuleSource.Shown;

    /// <summary>For one request, from the first byte sent to the last received.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For everything together; what has not been asked by then is blocked.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest answer that is read. Bytes.</summary>
    public int MaxAnswerBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Requests that are sent concurrently where their order does not matter.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How long a 429 or 503 with Retry-After is waited for, in all.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Starts a mock of the document, which is asked what it answers to the requests that failed and is then disposed of; null: no mock is
    /// asked.
    /// </summary>
    public Func<CancellationToken, Task<(Uri Url, IAsyncDisposable Server)>>? Mock { get; init; }

    /// <summary>Called after each answer with the requests sent, the requests planned and the checks that have failed so far.</summary>
    public Action<int, int, int>? Progress { get; init; }

    /// <summary>Measures and waits: limits, delays between attempts, durations.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
