using SocialContract.Contract;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Reporting;

namespace SocialContract.Cli.Commands;

/// <summary>The settings of a <c>verify</c> run, from its command line.</summary>
/// <param name="Tokens">As given: <c>[ROLE=]TOKEN</c>.</param>
internal sealed record VerifySettings(
    string Document,
    LoadOptions Loading,
    Uri Url,
    PlanOptions Plan,
    Uri? ProviderStatesUrl,
    IReadOnlyList<string> Tokens,
    string? Basic,
    IReadOnlyList<KeyValuePair<string, string>> ApiKeys,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    RuleSource Gate,
    IReadOnlyList<string> AllowUntested,
    string? Baseline,
    bool UpdateBaseline,
    DateOnly KnownUntil,
    IReadOnlyList<ReportRequest> Reports,
    TimeSpan Timeout,
    TimeSpan TimeLimit);
