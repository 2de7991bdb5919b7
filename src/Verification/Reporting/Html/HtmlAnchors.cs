using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The anchors by which the parts of the page link to checks and exchanges.</summary>
internal sealed class HtmlAnchors(VerificationReport report)
{
    private readonly Dictionary<string, int> _exchanges =
        report.Exchanges.Select((exchange, index) => (exchange.Case, index)).DistinctBy(pair => pair.Case)
            .ToDictionary(pair => pair.Case, pair => pair.index);

    private readonly Dictionary<CheckResult, int> _checks =
        report.Checks.Select((check, index) => (check, index))
            .ToDictionary(pair => pair.check, pair => pair.index + 1, (IEqualityComparer<CheckResult>)ReferenceEqualityComparer.Instance);

    /// <summary>The anchor of the exchange at an index of the report's exchanges.</summary>
    public static string Exchange(int index) => $"exchange-{index + 1}";

    /// <summary>The anchor of a check's line.</summary>
    public string Of(CheckResult check) => $"check-{_checks[check]}";

    /// <summary>Links to the exchanges of cases; a case of which none was recorded has no anchor.</summary>
    public IReadOnlyList<HtmlCase> Of(IReadOnlyList<string> cases) =>
        [.. cases.Select(id => new HtmlCase(id, _exchanges.TryGetValue(id, out var index) ? Exchange(index) : null))];
}

/// <param name="Anchor">Null where the page has no exchange of the case.</param>
internal sealed record HtmlCase(string Id, string? Anchor);
