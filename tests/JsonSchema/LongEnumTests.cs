using System.Text.Json;
using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Tests;

public sealed class LongEnumTests
{
    /// <summary>More strings, and more other values, than are compared in turn.</summary>
    private const string Long = """
        {"enum": ["a", "b", "line\nbreak", "\ud83d\ude00", "", "1", 1, 2.50, -0.0, 1e3, 12345678901234567890123, 7, 8, 9, 10,
          [], [1, "x"], {}, {"a": 1, "b": [2]}, null, true]}
        """;

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"\\u0061\"")]
    [InlineData("\"line\\u000abreak\"")]
    [InlineData("\"😀\"")]
    [InlineData("\"\"")]
    [InlineData("\"1\"")]
    [InlineData("1.0")]
    [InlineData("25e-1")]
    [InlineData("0")]
    [InlineData("1000")]
    [InlineData("12345678901234567890123.0")]
    [InlineData("[]")]
    [InlineData("[1.0, \"\\u0078\"]")]
    [InlineData("{}")]
    [InlineData("{\"b\": [2], \"a\": 1}")]
    [InlineData("null")]
    [InlineData("true")]
    public void A_value_that_equals_a_listed_one_is_accepted_however_it_is_written(string instance) =>
        Schemas.Compile(Long).Accepts(instance).ShouldBeTrue();

    [Theory]
    [InlineData("\"c\"")]
    [InlineData("\"line\\\\nbreak\"")]
    [InlineData("\"2.50\"")]
    [InlineData("3")]
    [InlineData("12345678901234567890124")]
    [InlineData("[1]")]
    [InlineData("[\"x\", 1]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\": 1, \"b\": [3]}")]
    [InlineData("false")]
    public void A_value_that_is_not_listed_is_refused(string instance) => Schemas.Compile(Long).Accepts(instance).ShouldBeFalse();

    [Theory]
    [InlineData("[\"\\u0061\", 2.50]", "\"a\"", "2.5", "\"b\"")]
    [InlineData("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "1", "1.0", "2")]
    [InlineData("[\"a\", \"\\u0061\", \"a\", \"a\", \"a\", 1.0]", "\"a\"", "1", "\"b\"")]
    [InlineData("[null, 1]", "null", "1", "\"null\"")]
    public void A_short_list_and_one_that_repeats_its_values_are_judged_alike(string list, string first, string second, string other)
    {
        var schema = Schemas.Compile($$"""{"enum": {{list}}}""");

        schema.Accepts(first).ShouldBeTrue();
        schema.Accepts(second).ShouldBeTrue();
        schema.Accepts(other).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_list_accepts_nothing()
    {
        var schema = Schemas.Compile("""{"enum": []}""");

        schema.Accepts("1").ShouldBeFalse();
        schema.Accepts("\"\"").ShouldBeFalse();
        schema.Accepts("null").ShouldBeFalse();
    }

    /// <summary>All that the compilation allocates, what it keeps and what it drops.</summary>
    [Theory]
    [InlineData("{0}")]
    [InlineData("\"value {0}\"")]
    [InlineData("{0}.25")]
    public void A_listed_scalar_costs_little_more_memory_than_its_text(string format)
    {
        const int Count = 200_000;
        var values = Enumerable.Range(0, Count).Select(index => format.Replace("{0}", $"{index}", StringComparison.Ordinal));
        using var document = JsonDocument.Parse($$"""{"enum": [{{string.Join(',', values)}}]}""");
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(Schemas.Document, document.RootElement);
        var before = GC.GetAllocatedBytesForCurrentThread();

        registry.Compile(Schemas.Document).ShouldBeOfType<CompileResult.Compiled>();

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Count).ShouldBeLessThan(200);
    }
}
