using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Tests.Data.Values;

/// <summary>
/// Generated data leaves out what its direction hides, and has what the validator demands: <see cref="Generated"/> validates each value.
/// </summary>
public sealed class HiddenValuesTests
{
    private const string Components = """
        {
          Plain: { type: string }, Marked: { type: string, MARK: true }, Nested: { allOf: [{ $ref: '#/components/schemas/Marked' }] },
          Base: { type: object, properties: { p: { $ref: '#/components/schemas/Nested' } } }, NeedsP: { required: [p] }
        }
        """;

    [Theory]
    [InlineData("{ required: [p], properties: { p: { MARK: true } } }", "", "")]
    [InlineData("{ required: [p], properties: { p: { $ref: '#/components/schemas/Nested' } } }", "", "")]
    [InlineData("{ required: [p], properties: { p: { allOf: [{ $ref: '#/components/schemas/Nested' }] } } }", "", "")]
    [InlineData("{ required: [p], properties: { p: { $ref: '#/components/schemas/Plain', MARK: true } } }", "p", "")]
    [InlineData("{ required: [p], properties: { p: { oneOf: [{ type: string }, { MARK: true, type: integer }] } } }", "p", "p")]
    [InlineData("{ required: [p], properties: { p: { anyOf: [{ $ref: '#/components/schemas/Nested' }] } } }", "", "")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { required: [p] }] }", "", "")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], required: [p] }", "", "")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/NeedsP' }] }", "p", "p")]
    [InlineData("{ properties: { p: { type: string, MARK: true } }, anyOf: [{ required: [p] }] }", "p", "p")]
    public void A_property_is_generated_where_the_direction_demands_it(string schema, string in30, string in31)
    {
        foreach (var (version, names) in new[] { ("3.0.4", in30), ("3.1.0", in31) })
        {
            foreach (var (direction, mark) in new[] { (MessageDirection.Request, "readOnly"), (MessageDirection.Response, "writeOnly") })
            {
                foreach (var mode in Enum.GetValues<GenerationMode>())
                {
                    var outcome = Generated.Outcome(
                        schema.Replace("MARK", mark, StringComparison.Ordinal), Components.Replace("MARK", mark, StringComparison.Ordinal),
                        version, direction, 7, mode);

                    var json = JsonNode.Parse(outcome.ShouldBeOfType<GenerationOutcome.Generated>().Json.Span);
                    string.Join(' ', json!.AsObject().Select(member => member.Key)).ShouldBe(names, $"{version} {direction} {mode}");
                }
            }
        }
    }

    [Fact]
    public void A_hidden_property_that_another_property_requires_is_generated_with_it() =>
        Generated.Static(
                "{ required: [a], properties: { a: { const: 1 }, p: { const: 2, writeOnly: true } }, dependentRequired: { a: [p] } }")
            .ShouldBe("""{"a":1,"p":2}""");
}
