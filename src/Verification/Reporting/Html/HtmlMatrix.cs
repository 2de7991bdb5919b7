using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>
/// The rules of one operation: a row for each, and beneath it what was seen where it is not simply passed. Roles are spelt out because a
/// phone lays the table out as a grid, and browsers forget then that it is a table.
/// </summary>
internal static class HtmlMatrix
{
    private const string Columns = "5";

    public static void Write(HtmlWriter html, HtmlPage page, OperationSummary operation, int number)
    {
        var anchor = string.Create(CultureInfo.InvariantCulture, $"operation-{number}");
        html.Open("section", ("class", "operation"), ("id", anchor), ("aria-labelledby", $"{anchor}-heading"));
        html.Open("h2", ("id", $"{anchor}-heading")).Text(operation.Operation).Text(" ")
            .Element("span", Amount.Of(operation.Rules.Count, "rule"), ("class", "extent")).Close("h2").Line();
        html.Open("table", ("class", "rules"), ("role", "table"), ("aria-labelledby", $"{anchor}-heading"))
            .Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row"));
        Header(html, "Outcome", null);
        Header(html, "Rule", null);
        Header(html, "Source", "wide");
        Header(html, "Line", "wide number");
        Header(html, "Cases", "wide number");
        html.Close("tr").Close("thead").Line();
        foreach (var rule in operation.Rules)
        {
            WriteRule(html, page, rule);
        }

        html.Close("table").Close("section").Line();
    }

    private static void Header(HtmlWriter html, string text, string? style) =>
        html.Element("th", text, ("scope", "col"), ("role", "columnheader"), ("class", style));

    private static void WriteRule(HtmlWriter html, HtmlPage page, CheckResult rule)
    {
        var outcome = OutcomeWords.Id(rule.Outcome);
        var source = RuleWords.Source(rule.Source);
        html.Open(
            "tbody",
            ("class", $"rule {outcome} {source}"),
            ("id", page.Anchor(rule)),
            ("role", "rowgroup"),
            ("data-outcome", outcome),
            ("data-source", source));
        html.Open("tr", ("role", "row"));
        html.Open("td", ("role", "cell")).Element("span", OutcomeWords.Label(rule.Outcome), ("class", $"pill {outcome}")).Close("td");
        html.Open("th", ("scope", "row"), ("role", "rowheader"));
        WriteTitle(html, page, rule);
        html.Close("th").Element("td", source, ("role", "cell"), ("class", "wide"));
        html.Element(
            "td",
            rule.Line.ToString(CultureInfo.InvariantCulture),
            ("role", "cell"), ("class", "wide number"), ("title", RuleWords.Place(rule)));
        html.Element("td", rule.Cases.Count.ToString(CultureInfo.InvariantCulture), ("role", "cell"), ("class", "wide number")).Close("tr")
            .Line();
        if (rule.Reason.Length > 0 || rule.Failures.Count > 0)
        {
            html.Open("tr", ("class", "evidence"), ("role", "row")).Open("td", ("role", "cell"), ("colspan", Columns));
            WriteEvidence(html, page, rule);
            html.Close("td").Close("tr").Line();
        }

        html.Close("tbody").Line();
    }

    private static void WriteTitle(HtmlWriter html, HtmlPage page, CheckResult rule)
    {
        html.Open("details", ("class", "about")).Open("summary").Text(rule.Statement);
        if (RuleWords.Documented(rule) is { } words)
        {
            html.Text(" ").Element("span", words, ("class", "words"));
        }

        html.Close("summary").Open("dl");
        Term(html, "Source", RuleWords.Source(rule.Source));
        Term(html, "Document", RuleWords.Place(rule));
        Term(html, "Pointer", rule.Pointer);
        Term(html, "Id", rule.Id);
        html.Element("dt", "Cases").Open("dd");
        Cases(html, page, rule.Cases);
        html.Close("dd").Close("dl").Close("details");
    }

    private static void WriteEvidence(HtmlWriter html, HtmlPage page, CheckResult rule)
    {
        if (rule.Reason.Length > 0)
        {
            html.Element("p", rule.Reason, ("class", "reason"));
        }

        foreach (var failure in rule.Failures)
        {
            html.Open("div", ("class", "failure")).Open("dl");
            Term(html, "Expected", failure.Expected);
            Term(html, "Found", failure.Found);
            html.Close("dl");
            html.Open("details").Open("summary").Text("Request and answer: ").Element("span", failure.Exchange.Title, ("class", "case"))
                .Close("summary");
            HtmlExchange.Write(html, failure.Exchange);
            html.Close("details");
            if (failure.OtherCases.Count > 0)
            {
                html.Open("p", ("class", "others")).Text("Also seen in: ");
                Cases(html, page, failure.OtherCases);
                html.Close("p");
            }

            html.Close("div");
        }
    }

    private static void Cases(HtmlWriter html, HtmlPage page, IReadOnlyList<string> cases)
    {
        html.Text(cases.Count == 0 ? "none was sent" : "");
        for (var at = 0; at < cases.Count; at++)
        {
            html.Text(at == 0 ? "" : ", ");
            if (page.Anchor(cases[at]) is { } anchor)
            {
                html.Element("a", cases[at], ("href", $"#{anchor}"));
            }
            else
            {
                html.Text(cases[at]);
            }
        }
    }

    private static void Term(HtmlWriter html, string name, string value) => html.Element("dt", name).Element("dd", value);
}
