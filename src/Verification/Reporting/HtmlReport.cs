using System.Text;
using SocialContract.Verification.Reporting.Html;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report as one page that needs nothing else: a matrix of rules by outcome, grouped by operation, with filters, every exchange folded
/// away. Its Content-Security-Policy allows no resource of any origin and no style or script but its own.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        using var text = new StreamWriter(
            output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);
        var html = new HtmlWriter(text);
        var page = new HtmlPage(report);
        html.Markup("<!doctype html>").Line().Open("html", ("lang", "en")).Line();
        HtmlHead.WriteHead(html, page);
        html.Open("body").Line().Element("a", "Skip to the rules", ("class", "skip"), ("href", "#matrix")).Line();
        HtmlHead.WriteHeader(html, page);
        html.Open("main").Line();
        HtmlHead.WriteFailed(html, page);
        if (report.Rules.Count > 0)
        {
            HtmlOverview.Write(html, page);
            HtmlReasons.Write(html, page);
            html.Open("div", ("id", "matrix"), ("tabindex", "-1")).Line();
            HtmlFilters.Write(html, page);
            for (var at = 0; at < page.Operations.Count; at++)
            {
                HtmlMatrix.Write(html, page, page.Operations[at], at + 1);
            }

            html.Close("div").Line();
        }

        if (report.Exchanges.Count > 0)
        {
            HtmlExchange.WriteAll(html, page);
        }

        html.Close("main").Line();
        html.Element("footer", "Written by social-contract verify").Line();
        html.Open("script").Markup(HtmlAssets.Script).Close("script").Line().Close("body").Line().Close("html").Line();
    }
}
