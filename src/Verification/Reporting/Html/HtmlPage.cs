using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>What the parts of the page need to know of each other: the report, and the anchors of rules and exchanges.</summary>
internal sealed class HtmlPage(VerificationReport report)
{
    private readonly Dictionary<string, int> _exchanges =
        report.Exchanges.Select((exchange, index) => (exchange.Case, index)).DistinctBy(pair => pair.Case)
            .ToDictionary(pair => pair.Case, pair => pair.index + 1);

    private readonly Dictionary<CheckResult, int> _rules =
        report.Rules.Select((rule, index) => (rule, index))
            .ToDictionary(pair => pair.rule, pair => pair.index + 1, (IEqualityComparer<CheckResult>)ReferenceEqualityComparer.Instance);

    public VerificationReport Report { get; } = report;

    public IReadOnlyList<OperationSummary> Operations { get; } = OperationSummary.Of(report);

    public IReadOnlyList<Outcome> Outcomes { get; } = [.. OutcomeWords.All.Where(outcome => report.Count(outcome) > 0)];

    /// <summary>The anchor of a rule's row.</summary>
    public string Anchor(CheckResult rule) => $"rule-{_rules[rule]}";

    /// <summary>The anchor of an exchange; null where none of that case was recorded.</summary>
    public string? Anchor(string caseId) => _exchanges.TryGetValue(caseId, out var number) ? $"exchange-{number}" : null;
}
