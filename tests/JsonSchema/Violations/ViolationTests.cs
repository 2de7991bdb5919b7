using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Violations;

public sealed class ViolationTests
{
    [Fact]
    public void A_missing_member_is_reported_at_required_and_named()
    {
        var schema = Schemas.Compile(
            """
            {"properties":{"account":{"$ref":"#/$defs/account"}},
             "$defs":{"account":{"type":"object","required":["fb_token","fb_uid"]}}}
            """);

        var violation = schema.Violations("""{"account":{"fb_uid":"1"}}""").ShouldHaveSingleItem();

        violation.InstanceLocation.ShouldBe("/account");
        violation.EvaluationPath.ShouldBe("/properties/account/$ref/required");
        violation.KeywordLocation.ShouldBe(new SchemaLocation(Schemas.Document, "/$defs/account/required"));
        violation.Keyword.ShouldBe("required");
        violation.Property.ShouldBe("fb_token");
        violation.Expected.ShouldBe("the member \"fb_token\"");
        violation.Found.ShouldBe("an object without it");
        violation.Causes.ShouldBeEmpty();
    }

    [Fact]
    public void Every_violation_is_reported_in_the_order_of_the_instance()
    {
        var schema = Schemas.Compile("""{"properties":{"a":{"type":"string","minLength":3},"b":{"enum":["x","y"]},"c":{"maximum":5}}}""");

        var violations = schema.Violations("""{"c":6,"b":"z","a":"ab"}""");

        violations.Select(violation => (violation.InstanceLocation, violation.Keyword))
            .ShouldBe([("/c", "maximum"), ("/b", "enum"), ("/a", "minLength")]);
    }

    [Theory]
    [InlineData("""{"type":["string","null"]}""", "12", "a string or null", "12")]
    [InlineData("""{"enum":["a",1]}""", "\"b\"", "one of \"a\", 1", "\"b\"")]
    [InlineData("""{"const":{"a":1}}""", "[]", "{\"a\":1}", "an array without elements")]
    [InlineData("""{"exclusiveMinimum":1.5}""", "1.5", "a number of more than 1.5", "1.5")]
    [InlineData("""{"multipleOf":3}""", "4", "a multiple of 3", "4")]
    [InlineData("""{"maxLength":1}""", "\"éé\"", "a string of at most 1 character", "\"éé\", 2 characters")]
    [InlineData("""{"pattern":"^a"}""", "\"b\"", "a string that matches ^a", "\"b\"")]
    [InlineData("""{"minItems":2}""", "[1]", "an array of at least 2 elements", "an array of 1 element")]
    [InlineData("""{"maxProperties":0}""", """{"a":1}""", "an object of at most 0 members", "an object of 1 member")]
    [InlineData("""{"uniqueItems":true}""", "[1,1.0]", "elements that all differ", "1.0 more than once")]
    [InlineData("""{"not":{}}""", "true", "a value that the schema under 'not' refuses", "true")]
    [InlineData("""{"contains":{"type":"null"}}""", "[1]", "at least 1 element that 'contains' accepts", "0 such elements")]
    [InlineData("false", "null", "nothing: no value is allowed here", "null")]
    public void A_violation_says_what_was_expected_and_what_was_found(string schema, string instance, string expected, string found)
    {
        var violation = Schemas.Compile(schema).Violations(instance).ShouldHaveSingleItem();

        violation.Expected.ShouldBe(expected);
        violation.Found.ShouldBe(found);
    }

    [Fact]
    public void A_long_value_is_shortened_without_breaking_a_character()
    {
        var violation = Schemas.Compile("""{"type":"null"}""").Violations($"\"{new string('é', 100)}\"").ShouldHaveSingleItem();

        violation.Found.ShouldBe($"\"{new string('é', 30)}… (200 bytes)\"");
    }

    [Fact]
    public void A_member_that_is_not_allowed_is_reported_by_name()
    {
        var schema = Schemas.Compile("""{"properties":{"a":true},"additionalProperties":false}""");

        var violation = schema.Violations("""{"a":1,"x/y":2}""").ShouldHaveSingleItem();

        violation.InstanceLocation.ShouldBe("/x~1y");
        violation.Keyword.ShouldBe("additionalProperties");
        violation.Property.ShouldBe("x/y");
        violation.KeywordLocation.Pointer.ShouldBe("/additionalProperties");
    }

    [Fact]
    public void Of_several_alternatives_the_one_with_the_right_tag_is_explained()
    {
        var schema = Schemas.Compile(
            """
            {"oneOf":[
              {"properties":{"kind":{"const":"cat"},"lives":{"type":"integer"},"name":{"type":"string"}},
               "required":["kind","lives","name"]},
              {"properties":{"kind":{"const":"dog"},"tricks":{"type":"array"}},"required":["kind","tricks"]},
              {"type":"string"}
            ]}
            """);

        var violation = schema.Violations("""{"kind":"cat","lives":"nine","name":7}""").ShouldHaveSingleItem();

        violation.Keyword.ShouldBe("oneOf");
        violation.Expected.ShouldBe("exactly one of 3 alternatives to accept it; nearest is alternative 1");
        violation.Causes.Select(cause => cause.EvaluationPath)
            .ShouldBe(["/oneOf/0/properties/lives/type", "/oneOf/0/properties/name/type"]);
    }

    [Fact]
    public void A_value_that_two_alternatives_accept_has_no_nearest_alternative()
    {
        var schema = Schemas.Compile("""{"oneOf":[{"type":"integer"},{"minimum":1},{"type":"string"}]}""");

        var violation = schema.Violations("3").ShouldHaveSingleItem();

        violation.Found.ShouldBe("a value that alternatives 1 and 2 accept");
        violation.Causes.ShouldBeEmpty();
    }

    [Fact]
    public void Unevaluated_members_are_reported_only_where_nothing_else_is_wrong()
    {
        var schema = Schemas.Compile("""{"allOf":[{"properties":{"a":{"type":"string"}}}],"unevaluatedProperties":false}""");

        schema.Violations("""{"a":1}""").ShouldHaveSingleItem().Keyword.ShouldBe("type");
        schema.Violations("""{"a":"x","b":1}""").ShouldHaveSingleItem().Property.ShouldBe("b");
    }

    [Fact]
    public void Locations_are_those_of_the_registered_document_even_inside_a_resource_of_its_own()
    {
        var schema = Schemas.Compile(
            """{"$ref":"https://other.example/inner","$defs":{"x":{"$id":"https://other.example/inner","type":"null"}}}""");

        schema.Violations("1").ShouldHaveSingleItem().KeywordLocation.ShouldBe(new SchemaLocation(Schemas.Document, "/$defs/x/type"));
    }

    [Fact]
    public void No_more_violations_are_kept_than_the_settings_allow()
    {
        var schema = Schemas.Compile("""{"items":{"type":"string"}}""", new SchemaSettings { MaxViolations = 3 });

        schema.Violations("[1,2,3,4,5]").Count.ShouldBe(3);
    }

    [Fact]
    public void A_part_of_an_instance_is_judged_by_itself()
    {
        using var instance = Schemas.Parse("""{"body":{"a":1}}""");
        instance.Root.TryGetProperty("body"u8, out var body).ShouldBeTrue();
        var violations = new List<SchemaViolation>();

        Schemas.Compile("""{"properties":{"a":{"type":"string"}}}""").Evaluate(body, violations);

        violations.ShouldHaveSingleItem().InstanceLocation.ShouldBe("/a");
    }
}
