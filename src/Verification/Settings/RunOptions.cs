using SocialContract.Contract.Provenances;

namespace SocialContract.Verification.Settings;

/// <summary>Options of a run: the server, its credentials, and limits.</summary>
public sealed record RunOptions
{
    /// <summary>The base URL; operations' paths are appended to its path.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// Tokens by role; under the empty name the token for callers without a particular role. If that one is missing, the first token is
    /// used instead.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tokens { get; init; } = [];

    /// <summary>Credentials for the HTTP scheme Basic, <c>USER:PASSWORD</c>; null: tokens are used for it.</summary>
    public string? Basic { get; init; }

    /// <summary>
    /// Values of API keys, each by the name of its header, query parameter or cookie, or of its scheme; other API keys are the token.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> ApiKeys { get; init; } = [];

    /// <summary>
    /// How to give the run a token for a role, in the words of what starts the run; the empty name is that of callers without a particular
    /// role.
    /// </summary>
    public Func<string, string> TokenAdvice { get; init; } =
        static role => role.Length == 0 ? "give one in RunOptions.Tokens" : $"give one for {role} in RunOptions.Tokens";

    /// <summary>Further headers for every request, e.g. a gateway's key. Their values appear in no report.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The URL at which the server is put into provider states; null if it has none.</summary>
    public Uri? ProviderStatesUrl { get; init; }

    /// <summary>Checks whose source is at least this sure fail; the others become questions.</summary>
    public RuleSource Gate { get; init; } = RuleSource.Shown;

    /// <summary>
    /// Patterns with <c>*</c> of operations, by their ids or as <c>GET /path</c>, that need not be tested for the run to conform.
    /// </summary>
    public IReadOnlyList<string> AllowUntested { get; init; } = [];

    /// <summary>The time limit of a request, from the first byte sent to the last byte received.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time limit of the run; checks without a response by then are blocked.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest response that is read, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The number of requests sent concurrently if their order does not matter.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>The total time to wait for 429 and 503 responses with Retry-After.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Starts a mock of the document, which gets the requests that failed, for comparison, and is then disposed; null: no mock is
    /// started.
    /// </summary>
    public Func<CancellationToken, Task<(Uri Url, IAsyncDisposable Server)>>? Mock { get; init; }

    /// <summary>Called after each response with the requests sent, the requests planned and the checks that have failed so far.</summary>
    public Action<int, int, int>? Progress { get; init; }

    /// <summary>The clock for limits, waits between attempts, and durations.</summary>
#pragma warning disable RS0030 // The default for whoever composes the application.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
