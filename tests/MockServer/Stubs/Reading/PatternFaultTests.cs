namespace SocialContract.MockServer.Tests.Stubs.Reading;

public class PatternFaultTests
{
    [Theory]
    [InlineData("""{"equalTo":5}""", "/equalTo: a text is expected; found 5")]
    [InlineData("""{"equalTo":null}""", "/equalTo: a text is expected; found null")]
    [InlineData("""{"equalsTo":"x"}""", "/equalsTo: no such member; did you mean `equalTo`?")]
    [InlineData("{}", ": a pattern, such as {\"equalTo\": \"x\"}, is expected; found no member")]
    [InlineData("""{"frobnicate":"x"}""", ": a pattern, such as {\"equalTo\": \"x\"}, is expected; found `frobnicate`")]
    [InlineData(
        """{"equalTo":"x","contains":"y"}""",
        ": `equalTo` and `contains` are given; a pattern has one of them, and `and` combines patterns")]
    [InlineData("""{"equalTo":"x","caseInsensitiv":true}""", "/caseInsensitiv: no such member; did you mean `caseInsensitive`?")]
    [InlineData("""{"contains":"x","caseInsensitive":true}""", "/caseInsensitive: no such member")]
    [InlineData("""{"equalTo":"x","caseInsensitive":"yes"}""", "/caseInsensitive: true or false is expected; found \"yes\"")]
    [InlineData("""{"absent":false}""", "/absent: `absent` is true or left out; for a value that is there write {\"matches\": \".*\"}")]
    [InlineData("""{"binaryEqualTo":"YQ=="}""", "/binaryEqualTo: it compares bytes, so it can only be in `bodyPatterns`")]
    [InlineData("""{"and":[{"equalTo":"x"}]}""", "/and: at least two patterns are expected; found 1")]
    [InlineData("""{"or":"x"}""", "/or: an array is expected; found \"x\"")]
    [InlineData("""{"not":{"matches":"("}}""", "/not/matches: not a regular expression: a parenthesis is not closed")]
    [InlineData(
        """{"or":[{"equalTo":"x"},{"hasExactly":[]}]}""",
        "/or/1: `hasExactly` and `includes` test several values; they can only be in `headers`, `queryParameters` and `formParameters`")]
    [InlineData("""{"equalToJson":"{"}""", "/equalToJson: the text is not JSON at line 1, byte 2")]
    [InlineData(
        """{"equalToJson":{"a":["${json-unit.regex}["]}}""",
        "/equalToJson: not a regular expression: the character class at 0 is not closed")]
    [InlineData(
        """{"equalToJson":"\"${json-unit.matches:m}\""}""",
        "/equalToJson: the placeholder '${json-unit.matches:m}' needs a matcher, which is code in Java and is not supported")]
    [InlineData(
        """{"matchesJsonPath":"$.a["}""",
        "/matchesJsonPath: not a JSON path: it ends where a name, an index, a filter or the end is expected")]
    [InlineData("""{"matchesJsonPath":{"equalTo":"x"}}""", "/matchesJsonPath: `expression` is expected beside a pattern")]
    [InlineData(
        """{"matchesJsonPath":{"expression":"$.a"}}""",
        "/matchesJsonPath: a pattern, such as {\"equalTo\": \"x\"}, is expected; found no member")]
    [InlineData(
        """{"matchesJsonPath":{"expression":"$.a","contians":"x"}}""",
        "/matchesJsonPath/contians: no such member; did you mean `contains`?")]
    [InlineData(
        """{"matchesJsonPath":5}""",
        "/matchesJsonPath: a JSON path, or an object with `expression` and a pattern, is expected; found 5")]
    [InlineData("""{"matchesJsonSchema":{"type":"objct"}}""", "/matchesJsonSchema: not a JSON Schema: *")]
    [InlineData("""{"matchesJsonSchema":{},"schemaVersion":"V5"}""", "/schemaVersion: 'V5' is not one of V4, *")]
    [InlineData("""{"equalToXml":"<a"}""", "/equalToXml: not XML: *")]
    [InlineData("""{"equalToXml":"<p:a/>"}""", "/equalToXml: not XML: *")]
    [InlineData("""{"equalToXml":"<!DOCTYPE a []><a/>"}""", "/equalToXml: not XML: *")]
    [InlineData(
        """{"equalToXml":"<a/>","exemptedComparisons":["TEXT_VALU"]}""",
        "/exemptedComparisons/0: 'TEXT_VALU' is not one of ELEMENT_TAG_NAME, *; did you mean `TEXT_VALUE`?")]
    [InlineData("""{"equalToXml":"<a/>","namespaceAwareness":"LAX"}""", "/namespaceAwareness: 'LAX' is not one of STRICT, LEGACY, NONE")]
    [InlineData(
        """{"equalToXml":"<a/>","enablePlaceholders":true,"placeholderOpeningDelimiterRegex":"["}""",
        "/placeholderOpeningDelimiterRegex: not a regular expression: the character class at 0 is not closed")]
    [InlineData("""{"matchesXPath":"//a["}""", "/matchesXPath: not an XPath 1.0 expression: *")]
    [InlineData("""{"matchesXPath":"//p:a"}""", "/matchesXPath: not an XPath 1.0 expression: Namespace prefix 'p' is not defined.")]
    [InlineData("""{"matchesXPath":"//p:a","xPathNamespaces":{"p":1}}""", "/xPathNamespaces/p: a text is expected; found 1")]
    [InlineData(
        """{"before":"tomorrow"}""",
        "/before: 'tomorrow' is not a date, such as 2030-01-31T12:00:00Z, nor a distance from now, such as 'now +3 days'")]
    [InlineData(
        """{"before":"now +3 weeks"}""",
        "/before: 'now +3 weeks' is not a distance from now, such as 'now +3 days'; the units are "
        + "seconds, minutes, hours, days, months, years")]
    [InlineData("""{"after":"now","actualFormat":"yyyy-MM-dd VV"}""", "/actualFormat: 'VV' in the format 'yyyy-MM-dd VV' is not supported")]
    [InlineData(
        """{"after":"now","truncateActual":"first day of moth"}""",
        "/truncateActual: 'first day of moth' is not one of first second of minute, *; did you mean `first day of month`?")]
    [InlineData("""{"after":"now","expectedOffset":3}""", ": `expectedOffset` and `expectedOffsetUnit` belong together")]
    [InlineData("""{"greaterThanNumber":"5"}""", "/greaterThanNumber: a number is expected; found \"5\"")]
    public void A_fault_of_a_pattern_is_reported_at_its_place(string pattern, string expected)
    {
        var faults = Posted.Faults($$$$"""{"request":{"headers":{"A":{{{{pattern}}}}}}}""");

        faults.ShouldNotBeEmpty();
        faults[0].ShouldBeLike($"/request/headers/A{expected}");
    }
}
