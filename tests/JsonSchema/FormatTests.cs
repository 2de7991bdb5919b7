using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Formats;

namespace SocialContract.JsonSchema.Tests;

/// <summary>OpenAPI's formats; those of JSON Schema are the official suite's.</summary>
public sealed class FormatTests
{
    [Fact]
    public void The_formats_that_are_evaluated_are_those_of_the_catalogue_that_values_can_break() =>
        StandardFormats.Names.ShouldBe(
            FormatCatalog.All.Where(format => format.IsAsserted).Select(format => format.Name), ignoreOrder: true);

    [Theory]
    [InlineData("int32", "2147483647", true)]
    [InlineData("int32", "2147483648", false)]
    [InlineData("int32", "-2147483648", true)]
    [InlineData("int32", "1.5", false)]
    [InlineData("int32", "1.0", true)]
    [InlineData("int32", "\"x\"", true)]
    [InlineData("int64", "9223372036854775807", true)]
    [InlineData("int64", "9223372036854775808", false)]
    [InlineData("float", "3.4e38", true)]
    [InlineData("float", "3.5e38", false)]
    [InlineData("double", "1.7e308", true)]
    [InlineData("double", "-1.8e308", false)]
    [InlineData("byte", "\"aGVsbG8=\"", true)]
    [InlineData("byte", "\"aGVsbG8\"", false)]
    [InlineData("byte", "\"aGVs bG8=\"", false)]
    [InlineData("binary", "\"\\u0000\"", true)]
    [InlineData("password", "\"secret\"", true)]
    [InlineData("no-such-format", "\"x\"", true)]
    public void A_format_is_asserted_where_the_settings_say_so(string format, string instance, bool valid)
    {
        var schema = $$"""{"format":"{{format}}"}""";

        Schemas.Compile(schema, new SchemaSettings { AssertFormats = true }).Accepts(instance).ShouldBe(valid);
        Schemas.Compile(schema).Accepts(instance).ShouldBeTrue();
    }
}
