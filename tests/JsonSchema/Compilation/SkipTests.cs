using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Compilation;

/// <summary>Leaving out one rule leaves every other one in place.</summary>
public sealed class SkipTests
{
    private const string Schema = """
        {"type":"object","required":["a","b"],"dependentRequired":{"a":["c","d"]},
         "properties":{"a":{"type":"string","minLength":2}},"additionalProperties":false,
         "if":{"required":["a"]},"then":{"maxProperties":1},"patternProperties":{"^[bcd]$":true}}
        """;

    [Theory]
    [InlineData("/properties/a/type", null, """{"a":1,"b":1}""")]
    [InlineData("/properties/a/minLength", null, """{"a":"x","b":1}""")]
    [InlineData("/required", "b", """{"a":"xx"}""")]
    [InlineData("/dependentRequired", "d", """{"a":"xx","b":1,"c":1}""")]
    [InlineData("/additionalProperties", null, """{"a":"xx","b":1,"e":1}""")]
    [InlineData("/then", null, """{"a":"xx","b":1,"c":1,"d":1}""")]
    public void The_rule_left_out_is_the_only_one_missing(string pointer, string? property, string instance)
    {
        var strict = Schemas.Compile(Schema).Violations(instance);
        var settings = new SchemaSettings { Skip = (location, name) => location.Pointer == pointer && name == property };
        var lenient = Schemas.Compile(Schema, settings).Violations(instance);

        var missing = strict.Except(lenient, Comparer).ShouldHaveSingleItem();
        missing.KeywordLocation.Pointer.ShouldStartWith(pointer);
        missing.Property.ShouldBe(pointer == "/additionalProperties" ? "e" : property);
    }

    private static IEqualityComparer<SchemaViolation> Comparer { get; } = EqualityComparer<SchemaViolation>.Create(
        (left, right) => left!.KeywordLocation == right!.KeywordLocation && left.Property == right.Property,
        violation => violation.KeywordLocation.GetHashCode());
}
