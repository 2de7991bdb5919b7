namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>Where the second and third opinion are wrong, and why. The random comparison avoids these cases.</summary>
public sealed class DisagreementTests(AjvJudge ajv) : IClassFixture<AjvJudge>
{
    /// <summary>
    /// ajv decides at compile time what is evaluated. It does not know then which elements <c>contains</c> will match nor whether <c>if</c>
    /// will hold, and its record of <c>patternProperties</c> is wrong beside branches.
    /// </summary>
    internal static bool IsBeyondAjv(string schema) =>
        (schema.Contains("unevaluated", StringComparison.Ordinal)
            && (schema.Contains("\"contains\"", StringComparison.Ordinal) || schema.Contains("\"if\"", StringComparison.Ordinal)))
        || (schema.Contains("patternProperties", StringComparison.Ordinal) && schema.Contains("Of\":", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        """{"type":"array","unevaluatedItems":false,"contains":{}}""",
        "[1]",
        true,
        "core 10.3.1.3: an element that 'contains' matches is evaluated; ajv counts it only without the keyword 'type'")]
    [InlineData(
        """{"contains":{"type":"null"},"unevaluatedItems":false}""",
        "[null,1]",
        false,
        "core 10.3.1.3: an element that 'contains' does not match is not evaluated; ajv counts all")]
    [InlineData(
        """{"contains":{"type":"null"},"minContains":0,"unevaluatedItems":false}""",
        "[null]",
        true,
        "core 10.3.1.3: the element that matches is evaluated; ajv does not count it when the minimum is 0")]
    [InlineData(
        """{"unevaluatedProperties":false,"if":{"unevaluatedProperties":{},"const":1},"then":{"maxItems":2}}""",
        """{"a":1}""",
        false,
        "core 10.2.2.1: where 'if' does not hold, what it evaluates does not count; ajv counts it")]
    public void Ajv_differs(string schema, string instance, bool own, string reason)
    {
        Schemas.Compile(schema).Accepts(instance).ShouldBe(own, reason);

        ajv.Judge(schema, [instance]).ShouldBe([!own]);
    }

    [Fact]
    public void Ajv_fails_on_pattern_properties_beside_a_branch_that_evaluates_nothing()
    {
        const string Schema = """{"patternProperties":{"^b":{}},"oneOf":[{},{"properties":{"c":{"maxItems":1}}}]}""";
        const string Instance = """{"c":[1,2],"b":1}""";

        Schemas.Compile(Schema).Accepts(Instance).ShouldBeTrue();

        Should.Throw<InvalidOperationException>(() => ajv.Judge(Schema, [Instance]));
    }

    [Theory]
    [InlineData(
        """{"required":["a"]}""",
        "[]",
        true,
        "validation 6.5.3: a keyword of objects does not apply to others; NJsonSchema treats it as 'type: object'")]
    [InlineData("""{"type":"array","maxItems":0}""", "[1]", false, "validation 6.4.1: NJsonSchema treats 0 as missing")]
    [InlineData("""{"type":"object","maxProperties":0}""", """{"a":1}""", false, "validation 6.5.1: NJsonSchema treats 0 as missing")]
    [InlineData("""{"enum":["",1]}""", "null", false, "validation 6.1.2: NJsonSchema treats null as an empty string")]
    [InlineData("""{"maxLength":1}""", "\"🐲\"", true, "validation 6.3.1: a code point is one character; NJsonSchema counts UTF-16 units")]
    public void NJsonSchema_differs(string schema, string instance, bool own, string reason)
    {
        Schemas.Compile(schema).Accepts(instance).ShouldBe(own, reason);

        NJsonSchemaJudge.Judge(schema, [instance]).ShouldBe([!own]);
    }
}
