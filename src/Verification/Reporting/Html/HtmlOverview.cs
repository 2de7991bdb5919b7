using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>
/// Operations by outcomes, with a square for each rule. The squares say nothing that the tables do not, so they are hidden from screen
/// readers.
/// </summary>
internal static class HtmlOverview
{
    public static void Write(HtmlWriter html, HtmlPage page)
    {
        html.Open("section", ("aria-labelledby", "overview-heading")).Element("h2", "Overview", ("id", "overview-heading")).Line();
        html.Open("table", ("class", "overview"), ("role", "table"), ("aria-labelledby", "overview-heading"))
            .Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row"));
        html.Element("th", "Operation", ("scope", "col"), ("role", "columnheader"));
        foreach (var outcome in page.Outcomes)
        {
            html.Element(
                "th",
                OutcomeWords.Label(outcome),
                ("scope", "col"), ("role", "columnheader"), ("class", "number"), ("title", OutcomeWords.Meaning(outcome)));
        }

        html.Close("tr").Close("thead").Line().Open("tbody", ("role", "rowgroup")).Line();
        for (var at = 0; at < page.Operations.Count; at++)
        {
            WriteRow(html, page, page.Operations[at], at + 1);
        }

        html.Close("tbody").Line();
        if (page.Operations.Count > 1)
        {
            html.Open("tfoot", ("role", "rowgroup")).Open("tr", ("role", "row"))
                .Element("th", "All", ("scope", "row"), ("role", "rowheader"));
            Counts(html, page, page.Report.Count);
            html.Close("tr").Close("tfoot").Line();
        }

        html.Close("table").Close("section").Line();
    }

    private static void WriteRow(HtmlWriter html, HtmlPage page, OperationSummary operation, int number)
    {
        html.Open("tr", ("role", "row")).Open("th", ("scope", "row"), ("role", "rowheader"));
        html.Element("a", operation.Operation, ("href", $"#operation-{number}"));
        html.Open("span", ("class", "squares"), ("aria-hidden", "true"));
        foreach (var rule in operation.Rules)
        {
            var outcome = OutcomeWords.Id(rule.Outcome);
            html.Element(
                "a",
                "",
                ("class", outcome), ("href", $"#{page.Anchor(rule)}"), ("tabindex", "-1"), ("title", $"{rule.Statement}: {outcome}"));
        }

        html.Close("span").Close("th");
        Counts(html, page, operation.Count);
        html.Close("tr").Line();
    }

    private static void Counts(HtmlWriter html, HtmlPage page, Func<Outcome, int> count)
    {
        foreach (var outcome in page.Outcomes)
        {
            var number = count(outcome);
            html.Element(
                "td",
                number.ToString(CultureInfo.InvariantCulture),
                ("role", "cell"),
                ("class", $"number {(number == 0 ? "none" : OutcomeWords.Id(outcome))}"),
                ("data-label", OutcomeWords.Label(outcome)));
        }
    }
}
