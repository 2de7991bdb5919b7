using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The document's head, and the page's: what was tested, the verdict, what failed.</summary>
internal static class HtmlHead
{
    public static void WriteHead(HtmlWriter html, HtmlPage page)
    {
        var report = page.Report;
        var fallback = HtmlAssets.StyleWithoutScript(page.Operations.Count);
        html.Open("head").Line().Open("meta", ("charset", "utf-8")).Line();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", HtmlAssets.Policy(HtmlAssets.Style, fallback))).Line();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Element("title", $"{VerdictSentence.Heading(report.Verdict)}: {report.Title} {report.Version}").Line();
        html.Open("link", ("rel", "icon"), ("href", "data:,")).Line();
        html.Open("style").Markup(HtmlAssets.Style).Close("style").Line();
        html.Open("noscript").Open("style").Markup(fallback).Close("style").Close("noscript").Line();
        html.Close("head").Line();
    }

    public static void WriteHeader(HtmlWriter html, HtmlPage page)
    {
        var report = page.Report;
        html.Open("header").Element("p", "Contract verification", ("class", "eyebrow"));
        html.Open("h1").Text(report.Title).Text(" ").Element("span", report.Version, ("class", "version")).Close("h1").Line();
        html.Open("div", ("class", $"verdict {OutcomeWords.Id(report.Verdict)}"));
        html.Element("strong", VerdictSentence.Heading(report.Verdict));
        html.Element("p", VerdictSentence.Detail(report)).Close("div").Line();
        html.Open("dl", ("class", "facts"));
        Fact(html, "Server", report.Target);
        Fact(html, "Document", report.Document);
        Fact(html, "Requests", $"{report.Exchanges.Count} in {Amount.Seconds(report.Seconds)}");
        Fact(html, "Plan", report.PlanHash);
        html.Close("dl");
        foreach (var notice in report.Notices)
        {
            html.Element("p", notice, ("class", "notice"));
        }

        html.Close("header").Line();
    }

    public static void WriteFailed(HtmlWriter html, HtmlPage page)
    {
        var failed = page.Report.Rules.Where(rule => rule.Outcome == Outcome.Failed).ToList();
        if (failed.Count == 0)
        {
            return;
        }

        html.Open("section", ("aria-labelledby", "failed-heading")).Element("h2", "What failed", ("id", "failed-heading"))
            .Open("ol", ("class", "failed-list")).Line();
        foreach (var rule in failed)
        {
            html.Open("li").Element("a", RuleWords.Heading(rule), ("href", $"#{page.Anchor(rule)}"));
            html.Open("p").Element("code", rule.Operation)
                .Text(rule.Failures.Count > 0 ? $": {rule.Failures[0].Found}" : $": {rule.Statement}").Close("p").Close("li").Line();
        }

        html.Close("ol").Close("section").Line();
    }

    private static void Fact(HtmlWriter html, string name, string value) =>
        html.Open("div").Element("dt", name).Element("dd", value.Length > 0 ? value : "–").Close("div");
}
