using System.Globalization;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The matrix of one operation, for the template <c>operation.hbs</c>.</summary>
/// <param name="number">1-based; the page's filter names operations by it.</param>
internal sealed class HtmlOperation(OperationSummary operation, int number, HtmlPage page, HtmlAnchors anchors)
{
    public int Number => number;

    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"operation-{number}");

    public string Name => operation.Operation;

    public string Extent => Amount.Of(operation.Checks.Count, "check");

    public IReadOnlyList<HtmlCount> Counts => page.CountsOf(operation.Count);

    public IReadOnlyList<HtmlCheck> Checks { get; } = [.. operation.Checks.Select(check => new HtmlCheck(check, anchors))];
}

/// <summary>A check with what was seen of it.</summary>
internal sealed class HtmlCheck(CheckResult check, HtmlAnchors anchors)
{
    public string Anchor => anchors.Of(check);

    public HtmlOutcome Outcome => new(check.Outcome);

    public string Source => check.Source.ToWord();

    public string Statement => Printable.Line(check.Statement);

    /// <summary>The documentation's words; null where there are none.</summary>
    public string? Words => CheckWords.Documented(check);

    public string Place => CheckWords.Place(check);

    public int Line => check.Line;

    public string Pointer => check.Pointer;

    public string Id => check.Id;

    public int CaseCount => check.Cases.Count;

    public IReadOnlyList<HtmlCase> Cases => anchors.Of(check.Cases);

    public string Reason => check.Reason;

    public IReadOnlyList<HtmlFailure> Failures => [.. check.Failures.Select(failure => new HtmlFailure(failure, anchors))];

    public bool HasEvidence => check.Reason.Length > 0 || check.Failures.Count > 0;
}

/// <summary>One way in which the server failed the check.</summary>
internal sealed class HtmlFailure(Failure failure, HtmlAnchors anchors)
{
    public string Expected => failure.Expected;

    public string Found => failure.Found;

    public HtmlExchange Exchange => new(failure.Exchange, anchor: null);

    /// <summary>Further cases that show the same.</summary>
    public IReadOnlyList<HtmlCase> Cases => anchors.Of(failure.OtherCases);
}
