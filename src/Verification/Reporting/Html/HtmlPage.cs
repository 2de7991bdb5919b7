using SocialContract.Contract.Provenances;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>What the template <c>page.hbs</c> shows of a report, part by part in its order.</summary>
internal sealed class HtmlPage
{
    private readonly VerificationReport _report;

    public HtmlPage(VerificationReport report)
    {
        var anchors = new HtmlAnchors(report);
        _report = report;
        Operations = [.. OperationSummary.Of(report).Select((operation, index) => new HtmlOperation(operation, index + 1, this, anchors))];
        Failed = [.. report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => HtmlFailed.Of(check, anchors))];
        Exchanges = [.. report.Exchanges.Select((exchange, index) => new HtmlExchange(exchange, HtmlAnchors.Exchange(index)))];
        StyleWithoutScript = HtmlAssets.StyleWithoutScript(Operations.Count);
    }

    public string Policy => HtmlAssets.Policy(StyleWithoutScript);

    public string Style { get; } = HtmlAssets.Style;

    public string StyleWithoutScript { get; }

    public string Script { get; } = HtmlAssets.Script;

    public string Title => _report.Title;

    public string Version => _report.Version;

    public HtmlVerdict Verdict =>
        new(OutcomeWords.Id(_report.Verdict), VerdictSentence.Heading(_report.Verdict), VerdictSentence.Detail(_report));

    public IReadOnlyList<HtmlFact> Facts =>
    [
        new("Server", _report.Target),
        new("Document", _report.Document),
        new("Requests", $"{_report.Exchanges.Count} in {Amount.Seconds(_report.Seconds)}"),
        new("Plan", _report.PlanHash.Length > 0 ? _report.PlanHash : "–"),
    ];

    public IReadOnlyList<string> Notices => _report.Notices;

    public IReadOnlyList<HtmlFailed> Failed { get; }

    /// <summary>Those that occur, in the order of the columns.</summary>
    public IReadOnlyList<HtmlOutcome> Outcomes =>
        [.. OutcomeWords.All.Where(outcome => _report.Count(outcome) > 0).Select(outcome => new HtmlOutcome(outcome))];

    public IReadOnlyList<HtmlOperation> Operations { get; }

    /// <summary>The counts of all operations together; null if there is only one operation, whose own counts are the same.</summary>
    public HtmlTotal? Total => Operations.Count > 1 ? new(CountsOf(_report.Count)) : null;

    /// <summary>Why checks were not asked: one for each cause.</summary>
    public IReadOnlyList<HtmlReason> Reasons =>
    [
        .. from outcome in (Outcome[])[Outcome.Blocked, Outcome.NotExercised]
           from reason in ReasonSummary.Of(_report, outcome)
           select new HtmlReason(new(outcome), reason.Reason, reason.Extent),
    ];

    public IReadOnlyList<HtmlFilter> Filters =>
    [
        new("outcome", "Outcome", [.. Outcomes.Select(outcome => new HtmlChoice(outcome.Id, outcome.Label, outcome.CountIn(_report)))]),
        new("source", "Source", [.. Enum.GetValues<RuleSource>()
            .Select(source => new HtmlChoice(
                source.ToWord(), source.ToString(), _report.Checks.Count(check => check.Source == source)))
            .Where(choice => choice.Count > 0)]),
    ];

    /// <summary>How many checks there are.</summary>
    public string Extent => Amount.Of(_report.Checks.Count, "check");

    public IReadOnlyList<HtmlExchange> Exchanges { get; }

    /// <summary>The cells of a line of the overview.</summary>
    public IReadOnlyList<HtmlCount> CountsOf(Func<Outcome, int> count) => [.. Outcomes.Select(outcome => outcome.Cell(count))];
}

/// <param name="Id">The word for machines, a class of the style sheet.</param>
internal sealed record HtmlVerdict(string Id, string Heading, string Detail);

internal sealed record HtmlFact(string Name, string Value);

/// <summary>A line of the list of what failed.</summary>
/// <param name="Summary">What was found; where nothing was recorded, the check.</param>
internal sealed record HtmlFailed(string Anchor, string Heading, string Operation, string Summary)
{
    public static HtmlFailed Of(CheckResult check, HtmlAnchors anchors) => new(
        anchors.Of(check),
        CheckWords.Heading(check),
        check.Operation,
        check.Failures.Count > 0 ? check.Failures[0].Found : check.Statement);
}

internal sealed record HtmlTotal(IReadOnlyList<HtmlCount> Counts);

internal sealed record HtmlReason(HtmlOutcome Outcome, string Text, string Extent);

/// <param name="Name">The class of the group, and the beginning of its boxes' ids.</param>
internal sealed record HtmlFilter(string Name, string Legend, IReadOnlyList<HtmlChoice> Choices);

internal sealed record HtmlChoice(string Value, string Label, int Count);
