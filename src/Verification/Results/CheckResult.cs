using SocialContract.Contract.Provenances;
using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Results;

/// <summary>The outcome of a check: of a rule, or of another question asked of one operation.</summary>
/// <param name="Id">The id of its rule; its own if it does not come from a keyword: <c>check/malformed-json</c>.</param>
/// <param name="Operation">The operation's id.</param>
/// <param name="Statement">What it asks, in words: <c>fb_token is a string</c>.</param>
/// <param name="DocumentedName">The documentation's name for what it is about; null where it has none.</param>
/// <param name="Sentence">The documentation's sentence; null where it has none.</param>
/// <param name="Pointer">RFC 6901 pointer into the document.</param>
/// <param name="File">The document's file as the user named it.</param>
/// <param name="Line">1-based line in <paramref name="File"/>.</param>
/// <param name="Reason">The reason for outcomes other than passed and failed; empty for those.</param>
/// <param name="Failures">Empty unless failed, question, undocumented or known.</param>
/// <param name="Cases">Ids of all cases that were sent for it.</param>
/// <param name="KnownUntil">For <see cref="Outcome.Known"/>: the day after which it fails again.</param>
public sealed record CheckResult(
    string Id,
    string Operation,
    RuleSource Source,
    string Statement,
    string? DocumentedName,
    string? Sentence,
    string Pointer,
    string File,
    int Line,
    Outcome Outcome,
    string Reason,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<string> Cases,
    DateOnly? KnownUntil = null)
{
    /// <summary>
    /// The result without secrets in what quotes the server: the reason and the failures. The other texts are the document's own.
    /// </summary>
    /// <param name="redactor">Of the run.</param>
    internal CheckResult Redacted(Redactor redactor) => this with
    {
        Reason = Failures.Aggregate(redactor.Text(Reason), (reason, failure) => failure.Exchange.Redactor.Text(reason)),
        Failures = [.. Failures.Select(failure => failure.Redacted(redactor))],
    };
}
