using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class JUnitReportTests
{
    private static readonly XmlSchemaSet Schema = ReadSchema();

    [Fact]
    public void Every_check_is_a_test_case_of_its_operation()
    {
        var report = Reports.Of(
            Reports.Check(id: "a", statement: "a is a string", operation: "one"),
            Reports.Check(id: "b", statement: "b is required", operation: "two"));

        Parse(report).Descendants("testcase").Select(test => $"{test.Attribute("classname")!.Value}: {test.Attribute("name")!.Value}")
            .ShouldBe(["one: a is a string (a)", "two: b is required (b)"]);
    }

    [Fact]
    public void A_failed_check_is_a_failure_with_what_was_expected_and_found()
    {
        var failure = Parse(Reports.Of(Reports.Check(Outcome.Failed, failures: Reports.Failure())))
            .Descendants("failure")
            .ShouldHaveSingleItem();

        failure.Attribute("message")!.Value.ShouldBe("expected: the request is refused with 422; found: the request was accepted with 200");
        failure.Value.ShouldBe(
            """
            Check: facebook_account[fb_token]: Must be a String
            Place: spec/openapi.yaml:112 (stated, FacebookAccount/fb_token/type)

            Case: fb_token-is-a-number: fb_token is a number
            Expected: the request is refused with 422
            Found: the request was accepted with 200
            Repeat: curl -X POST "$CONTRACT_URL/api/v3/instagram_accounts" -H "Authentication: Bearer $CONTRACT_TOKEN" -d '{"facebook_account":{"fb_token":1,"fb_uid":"2"}}'
            Request:
                POST /api/v3/instagram_accounts
                Authentication: Bearer (redacted)
                Content-Type: application/json
                
                {"facebook_account":{"fb_token":1,"fb_uid":"2"}}
            Response:
                200 OK
                Content-Type: application/json; charset=utf-8
                
                {"success":true}

            """);
    }

    [Theory]
    [InlineData(Outcome.Question, "question: 422 was assumed")]
    [InlineData(Outcome.Undocumented, "undocumented: 422 was assumed")]
    [InlineData(Outcome.Blocked, "blocked: 422 was assumed")]
    [InlineData(Outcome.Known, "known: 422 was assumed")]
    [InlineData(Outcome.NotExercised, "not-exercised: 422 was assumed")]
    public void What_is_neither_passed_nor_failed_is_skipped_with_its_reason(Outcome outcome, string message)
    {
        var suites = Parse(Reports.Of(Reports.Check(outcome, reason: "422 was assumed")));

        suites.Descendants("skipped").ShouldHaveSingleItem().Attribute("message")!.Value.ShouldBe(message);
        suites.Element("testsuite")!.Attribute("skipped")!.Value.ShouldBe("1");
    }

    [Fact]
    public void The_counts_are_those_of_the_test_cases()
    {
        var suites = Parse(Reports.Of(
            Reports.Check(),
            Reports.Check(Outcome.Failed, id: "b", failures: Reports.Failure()),
            Reports.Check(Outcome.Blocked, id: "c", reason: "no token")));

        suites.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}")
            .ShouldBe(["name=Social accounts API 3.0.0", "tests=3", "failures=1", "errors=0", "time=1.235"]);
    }

    [Fact]
    public void A_run_that_tested_nothing_is_an_error_and_so_not_green()
    {
        var suites = Parse(Reports.NotTested(
            "the connection to http://127.0.0.1:1 was refused", Reports.Check(Outcome.Blocked, reason: "connection refused")));

        suites.Attribute("errors")!.Value.ShouldBe("1");
        suites.Descendants("error").ShouldHaveSingleItem().Attribute("message")!.Value
            .ShouldBe("Not tested: the connection to http://127.0.0.1:1 was refused.");
    }

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_is_only_text(string body)
    {
        var text = Reports.Written(JUnitReport.Write, Hostile.Report(body));

        Parse(text).Descendants("testcase").ShouldHaveSingleItem();
        Hostile.ControlCharactersOf(text).ShouldBeEmpty();
    }

    private static XElement Parse(VerificationReport report) => Parse(Reports.Written(JUnitReport.Write, report));

    /// <summary>Reads it back and holds it to the schema.</summary>
    private static XElement Parse(string text)
    {
        var document = XDocument.Parse(text);
        document.Validate(Schema, (_, fault) => throw fault.Exception);
        return document.Root!;
    }

    private static XmlSchemaSet ReadSchema()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "junit.xsd"));
        schemas.Add(null, reader);
        return schemas;
    }
}
