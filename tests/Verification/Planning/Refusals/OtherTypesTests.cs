using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Values of the types that a schema does not allow.</summary>
public sealed class OtherTypesTests
{
    private const string Object = """{"contract_kit_unknown":"contract-kit"}""";
    private const string Array = """["contract-kit"]""";

    [Theory]
    [InlineData("string", "123", Array, "null", "true", Object)]
    [InlineData("number", "\"contract-kit\"", Array, "null", "true", Object)]
    [InlineData("integer", "1.5", "\"contract-kit\"", Array, "null", "true", Object)]
    [InlineData("boolean", "\"contract-kit\"", "123", Array, "null", Object)]
    [InlineData("array", "\"contract-kit\"", "123", "null", "true", Object)]
    [InlineData("object", "\"contract-kit\"", "123", Array, "null", "true")]
    [InlineData("'null'", "\"contract-kit\"", "123", Array, "true", Object)]
    [InlineData("[string, integer]", "1.5", Array, "null", "true", Object)]
    [InlineData("[string, number, array, 'null', boolean, object]")]
    public void There_is_a_value_of_each_kind_that_the_type_does_not_name(string type, params string[] expected) =>
        Values($"{{ type: {type} }}").ShouldBe(expected);

    [Fact]
    public void Without_a_type_no_value_is_of_another_one() => Values("{ minimum: 1 }").ShouldBeEmpty();

    [Theory]
    [InlineData("{ type: string, enum: [a, 1, null, [2]] }", "1", "null", "[2]")]
    [InlineData("{ type: integer, enum: [1, 1.5, 2.0, 1e2, -3.5e-1] }", "1.5", "-3.5e-1")]
    [InlineData("{ type: string, const: 5 }", "5")]
    [InlineData("{ type: string, enum: [a, b] }")]
    public void Beside_listed_values_only_those_of_another_type_break_the_type_alone(string schema, params string[] expected) =>
        Values(schema).ShouldBe(expected);

    [Theory]
    [InlineData("{ type: integer }", "\"contract-kit\"", "\"not-a-value\"")]
    [InlineData("{ type: [integer, string] }")]
    [InlineData("{ minimum: 1 }")]
    public void A_text_is_of_another_type_only_where_strings_are_not_allowed(string schema, params string[] expected)
    {
        var planned = PlannedOperation.WithBody(schema);

        OtherTypes.Texts(planned.Drafts.Media!.Schema!.Node, planned.Api.View)
            .Select(value => value!.ToJsonString()).ShouldBe(expected);
    }

    private static IEnumerable<string> Values(string schema)
    {
        var planned = PlannedOperation.WithBody(schema);
        return OtherTypes.Values(planned.Drafts.Media!.Schema!.Node, planned.Api.View).Select(value => value?.ToJsonString() ?? "null");
    }
}
