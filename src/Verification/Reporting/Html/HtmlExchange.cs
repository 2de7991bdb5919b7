using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>What went out and what came back, the command that repeats it, and the mock's answer to the same.</summary>
internal static class HtmlExchange
{
    public static void Write(HtmlWriter html, Exchange exchange)
    {
        html.Open("div", ("class", "exchange"));
        Block(html, "Request", MessageText.Of(exchange.Request), null);
        Block(html, "Answer", MessageText.OfAnswer(exchange), null);
        if (exchange.MockAnswer is { } mock)
        {
            Block(html, "The mock answers", MessageText.Of(mock), null);
        }

        Block(html, "Repeat it", exchange.Curl, "command");
        html.Close("div");
    }

    /// <summary>Every exchange of the run, folded away.</summary>
    public static void WriteAll(HtmlWriter html, HtmlPage page)
    {
        html.Open("section", ("class", "exchanges"), ("aria-labelledby", "exchanges-heading"));
        html.Element("h2", "Requests and answers", ("id", "exchanges-heading")).Line();
        foreach (var (exchange, index) in page.Report.Exchanges.Select((exchange, index) => (exchange, index)))
        {
            html.Open("details", ("id", $"exchange-{index + 1}")).Open("summary");
            html.Element("span", exchange.Title, ("class", "case")).Text(" ");
            html.Element("code", exchange.Request.Start).Text(" ");
            html.Element("span", exchange.Response?.Start ?? "no answer", ("class", "status")).Text(" ");
            html.Element("span", Amount.Milliseconds(exchange.Milliseconds), ("class", "time")).Close("summary");
            html.Open("p", ("class", "case-id")).Text("Case ").Element("code", exchange.Case).Close("p");
            Write(html, exchange);
            html.Close("details").Line();
        }

        html.Close("section").Line();
    }

    private static void Block(HtmlWriter html, string name, string text, string? style) =>
        html.Open("figure").Element("figcaption", name).Open("pre", ("class", style), ("tabindex", "0"), ("aria-label", name)).Text(text)
            .Close("pre").Close("figure");
}
