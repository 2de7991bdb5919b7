using SocialContract.Verification.Reporting;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class ReportRequestTests
{
    [Theory]
    [InlineData("junit=a.xml", ReportFormat.JUnit, "a.xml")]
    [InlineData("html=out/a.html", ReportFormat.Html, "out/a.html")]
    [InlineData("json=a=b.json", ReportFormat.Json, "a=b.json")]
    [InlineData("sarif=a.sarif", ReportFormat.Sarif, "a.sarif")]
    [InlineData("markdown=a b.md", ReportFormat.Markdown, "a b.md")]
    internal void A_format_and_a_file_are_a_request(string argument, ReportFormat format, string file) =>
        ReportRequest.Parse(argument).ShouldBe(new ReportRequestResult.Accepted(new ReportRequest(format, file)));

    [Theory]
    [InlineData(
        "htlm=a.html",
        "'htlm' is not a format (did you mean html?); the formats are junit, html, json, sarif and markdown, as in html=report.html")]
    [InlineData(
        "pdf=a.pdf", "'pdf' is not a format; the formats are junit, html, json, sarif and markdown, as in html=report.html")]
    [InlineData("html", "the file is missing, as in html=FILE (formats: junit, html, json, sarif and markdown)")]
    [InlineData("html=", "the file is missing, as in html=FILE (formats: junit, html, json, sarif and markdown)")]
    public void Anything_else_is_refused_in_a_sentence_that_names_the_formats(string argument, string message) =>
        ReportRequest.Parse(argument).ShouldBe(new ReportRequestResult.Refused(message));
}
