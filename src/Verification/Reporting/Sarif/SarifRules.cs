using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Markdown;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>The checks as SARIF rules with their help. A check that several operations share is described once.</summary>
internal sealed class SarifRules
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public SarifRules(VerificationReport report) =>
        All = [.. report.Checks.Where(check => _index.TryAdd(check.Id, _index.Count)).Select(Rule)];

    public IReadOnlyList<SarifRule> All { get; }

    /// <summary>The place of a check's rule in <see cref="All"/>.</summary>
    public int IndexOf(CheckResult check) => _index[check.Id];

    private static SarifRule Rule(CheckResult check) => new(
        Printable.Line(check.Id),
        new SarifMessage(SarifText.Message(check.Statement)),
        new SarifMessage(SarifText.Message(
            CheckWords.Documented(check) is { } words ? $"{check.Statement} ({words})" : check.Statement)),
        Help(check),
        new SarifConfiguration(check.Source == RuleSource.Assumed ? "warning" : "error"),
        new SarifRuleProperties([check.Source.ToWord()], Printable.Line(check.Pointer)));

    private static SarifMessage Help(CheckResult check)
    {
        var known = check.Source switch
        {
            RuleSource.Stated => "The API's documentation states it in words.",
            RuleSource.Shown => "The API's documentation shows it in an example.",
            _ => "The API's documentation is silent on it or contradicts itself; the contract assumes it.",
        };
        var words = CheckWords.Documented(check);
        var quoted = words is null ? "" : $" The documentation: {words}.";
        return new SarifMessage(
            SarifText.Message($"{check.Statement}.{quoted} {known} See {check.Pointer} in {check.File}, line {check.Line}."),
            SarifText.DoubledBraces(
                $"{MarkdownText.Inline(check.Statement)}.\n\n"
                + (words is null ? "" : $"> {MarkdownText.Inline(words)}\n\n")
                + $"{known} See {MarkdownText.Code(check.Pointer)} in {MarkdownText.Code(check.File)}, line {check.Line}."));
    }
}
