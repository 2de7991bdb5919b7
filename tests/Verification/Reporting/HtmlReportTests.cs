using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    private static readonly IHtmlDocument Sample = Parse(SampleReport.Report);

    [Fact]
    public void Every_check_is_listed_under_its_operation() =>
        Sample.QuerySelectorAll("section.operation")
            .Select(section => $"{section.QuerySelector("h2")!.TextContent}, {section.QuerySelectorAll("tbody.check").Length} listed")
            .ShouldBe([
                "createInstagramAccounts 14 checks, 14 listed",
                "deleteInstagramAccount 14 checks, 14 listed",
                "createFacebookPages 15 checks, 15 listed",
            ]);

    [Fact]
    public void Every_exchange_is_there_and_folded_away()
    {
        var exchanges = Sample.QuerySelectorAll(".exchanges > details");

        exchanges.Length.ShouldBe(SampleReport.Report.Exchanges.Count);
        Sample.QuerySelectorAll("details[open]").ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_shows_what_was_expected_and_found_and_its_messages()
    {
        var failure = Sample.QuerySelector("tbody.failed .failure")!;

        failure.QuerySelectorAll("dd").Select(element => element.TextContent)
            .ShouldBe(["the request is refused with 422", "the request was accepted with 200 OK"]);
        failure.QuerySelectorAll("figcaption").Select(element => element.TextContent)
            .ShouldBe(["Request", "Response", "The mock's response", "Repeat it"]);
        failure.QuerySelector("pre.command")!.TextContent.ShouldStartWith("curl -sS -X POST");
    }

    [Fact]
    public void Nothing_comes_from_elsewhere()
    {
        Sample.QuerySelectorAll("[src], link[href]:not([href='data:,']), iframe, object, embed, base, form[action]").ShouldBeEmpty();
        Sample.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!
            .ShouldStartWith("default-src 'none'; img-src data:; style-src 'sha256-", Case.Sensitive);
        Sample.QuerySelectorAll("style")
            .ShouldAllBe(style => !style.TextContent.Contains("url(") && !style.TextContent.Contains("@import"));
    }

    [Fact]
    public void Nothing_needs_what_the_policy_forbids() =>
        Sample.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Every_link_leads_somewhere() =>
        Sample.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)
            .Where(target => !target.StartsWith('#') || Sample.GetElementById(target[1..]) is null)
            .ShouldBeEmpty();

    [Fact]
    public void No_anchor_is_given_twice() =>
        Sample.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1)
            .Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void It_has_landmarks_and_its_tables_have_headers()
    {
        Sample.QuerySelectorAll("body > header, body > main, body > footer").Length.ShouldBe(3);
        Sample.QuerySelectorAll("h1").Length.ShouldBe(1);
        Sample.QuerySelectorAll("table").ShouldAllBe(table => table.HasAttribute("aria-labelledby")
            && table.QuerySelectorAll("thead th").All(header => header.GetAttribute("scope") == "col"));
        Sample.QuerySelectorAll("tbody.check > tr:first-child").ShouldAllBe(check => check.QuerySelectorAll("th[scope=row]").Length == 1);
        Sample.QuerySelectorAll("input, select").ShouldAllBe(
            input => input.Closest("label") != null || Sample.QuerySelector($"label[for='{input.Id}']") != null);
    }

    [Fact]
    public void Only_outcomes_that_occur_are_offered() =>
        Parse(Reports.Of(Reports.Check(), Reports.Check(Outcome.Blocked, reason: "no token")))
            .QuerySelectorAll("fieldset.outcome input").Select(box => box.GetAttribute("value"))
            .ShouldBe(["passed", "blocked"]);

    [Fact]
    public void What_could_not_be_asked_has_a_line_for_each_cause() =>
        Sample.QuerySelectorAll(".reasons li").Select(line => line.TextContent).ShouldBe(
        [
            "Blocked429 Too Many Requests: the server asked to wait for 3600 s 2 checks of deleteInstagramAccount",
            "Not exercisedthe state 'an Instagram account exists' needs a URL for provider states, and none was given 4 checks "
            + "of deleteInstagramAccount",
        ]);

    [Fact]
    public void A_run_that_tested_nothing_says_why() =>
        Parse(Reports.NotTested("the connection to http://127.0.0.1:1 was refused") with { Exchanges = [] })
            .QuerySelector(".verdict.not-tested")!.TextContent
            .ShouldBe("Not testedthe connection to http://127.0.0.1:1 was refused");

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_is_only_text(string body)
    {
        var report = Hostile.Report(body);
        var page = Parse(report);

        page.QuerySelectorAll("script").Length.ShouldBe(1);
        page.QuerySelectorAll("img, b, testcase").ShouldBeEmpty();
        page.QuerySelectorAll("tbody.check").Length.ShouldBe(1);
        Hostile.ControlCharactersOf(Reports.Written(HtmlReport.Write, report)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_pages_own_style_and_script_are_written_unencoded() =>
        typeof(HtmlReport).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".hbs", StringComparison.Ordinal))
            .SelectMany(name => Unencoded().Matches(Text(name)).Select(match => match.Value))
            .ShouldBe(["{{{Style}}}", "{{{StyleWithoutScript}}}", "{{{Script}}}"]);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>Handlebars writes <c>{{{name}}}</c> and <c>{{&amp;name}}</c> as they are.</summary>
    [GeneratedRegex(@"\{\{(\{|&)[^}]*\}+")]
    private static partial Regex Unencoded();

    private static IHtmlDocument Parse(VerificationReport report) =>
        new HtmlParser().ParseDocument(Reports.Written(HtmlReport.Write, report));
}
