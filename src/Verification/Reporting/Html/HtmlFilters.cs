using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The form that narrows the matrix. Outcome, source and operation work without script; the text needs it.</summary>
internal static class HtmlFilters
{
    /// <summary>The groups of boxes and the classes of rules that each of their boxes stands for.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Values)> Groups { get; } =
    [
        ("outcome", [.. OutcomeWords.All.Select(OutcomeWords.Id)]),
        ("source", [.. Enum.GetValues<RuleSource>().Select(RuleWords.Source)]),
    ];

    public static void Write(HtmlWriter html, HtmlPage page)
    {
        html.Open("form", ("id", "filters"), ("role", "search"), ("aria-label", "Filter the rules"), ("autocomplete", "off")).Line();
        Group(html, "outcome", "Outcome", page.Outcomes
            .Select(outcome => (OutcomeWords.Id(outcome), OutcomeWords.Label(outcome), page.Report.Count(outcome))));
        Group(html, "source", "Source", Enum.GetValues<RuleSource>()
            .Select(source => (RuleWords.Source(source), source.ToString(), page.Report.Rules.Count(rule => rule.Source == source)))
            .Where(choice => choice.Item3 > 0));
        html.Open("div", ("class", "field")).Element("label", "Operation", ("for", "operation"));
        html.Open("select", ("id", "operation")).Element("option", "All operations", ("value", "0"));
        for (var at = 0; at < page.Operations.Count; at++)
        {
            html.Element("option", page.Operations[at].Operation, ("value", (at + 1).ToString(CultureInfo.InvariantCulture)));
        }

        html.Close("select").Close("div").Line();
        html.Open("div", ("class", "field scripted")).Element("label", "Text", ("for", "text"));
        html.Open("input", ("id", "text"), ("type", "search"), ("placeholder", "name, id, found …")).Close("div").Line();
        html.Open("div", ("class", "field end"))
            .Element("output", Amount.Of(page.Report.Rules.Count, "rule"), ("id", "shown"), ("for", "operation text"), ("role", "status"));
        html.Element("button", "Show all", ("type", "reset")).Close("div").Close("form").Line();
    }

    private static void Group(HtmlWriter html, string name, string legend, IEnumerable<(string Value, string Label, int Count)> choices)
    {
        html.Open("fieldset", ("class", name)).Element("legend", legend);
        foreach (var (value, label, count) in choices)
        {
            html.Open("label", ("class", $"chip {value}")).Open("input", ("type", "checkbox"), ("id", $"{name}-{value}"), ("value", value))
                .Text(label).Text(" ");
            html.Element("span", count.ToString(CultureInfo.InvariantCulture), ("class", "count")).Close("label");
        }

        html.Close("fieldset").Line();
    }
}
