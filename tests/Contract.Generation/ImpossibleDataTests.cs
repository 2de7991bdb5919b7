namespace SocialContract.Contract.Generation.Tests;

/// <summary>Schemas that no instance satisfies.</summary>
public class ImpossibleDataTests
{
    [Theory]
    [InlineData("{ type: integer, minimum: 5, maximum: 4 }", "no integer lies within the limits that apply here")]
    [InlineData("{ type: string, minLength: 3, maxLength: 2 }", "a string cannot have at least 3 and at most 2 characters")]
    [InlineData("{ type: string, pattern: '^ab$', minLength: 5 }", "no matching string of at least 5 characters was found")]
    [InlineData("{ allOf: [{ type: string }, { type: integer }] }", "the schemas that apply have no type in common")]
    [InlineData("{ type: object, required: [a], properties: { a: false } }", "the schema false accepts nothing")]
    [InlineData("{ type: array, minItems: 3, maxItems: 2 }", "an array cannot have at least 3 and at most 2 elements")]
    [InlineData("{ type: array, minItems: 3, uniqueItems: true, items: { type: boolean } }", "fewer than 3 different elements were found")]
    [InlineData("{ type: array, minItems: 100000 }", "an array of 100000 elements exceeds the size limit of generated data")]
    [InlineData("{ type: object, minProperties: 100000 }", "an object of 100000 members exceeds the size limit of generated data")]
    [InlineData(
        "{ type: object, minProperties: 1, additionalProperties: false }",
        "only 0 members could be generated, fewer than minProperties requires")]
    [InlineData("{ type: object, maxProperties: 1, required: [a, b] }", "2 members are required, more than maxProperties allows")]
    [InlineData("{ enum: [1, 2], minimum: 3 }", "none of its values satisfies the schemas that apply")]
    [InlineData("{ oneOf: [{ type: integer }, { type: integer }] }", "every value found is accepted by more than one alternative of oneOf")]
    [InlineData("{ type: integer, not: {} }", "no value was found that satisfies not together with its sibling keywords")]
    public void An_unsatisfiable_schema_is_reported_with_reason_and_place(string schema, string reason)
    {
        var impossible = Generated.Impossible(schema);

        impossible.Reason.ShouldBe(reason);
        impossible.Message.ShouldStartWith("openapi.yaml:11:");
    }

    [Fact]
    public void More_required_names_than_the_size_limit_allows_are_reported_at_once() =>
        Generated.Impossible($"{{ type: object, required: [{string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"p{i}"))}] }}")
            .Reason.ShouldBe("an object of 20000 members exceeds the size limit of generated data");

    [Fact]
    public void A_search_among_thousands_of_branches_ends()
    {
        var branches = Enumerable.Range(0, 5_000).Select(i => $"{{ required: [k], properties: {{ k: {{ const: v{i} }} }} }}");

        Generated.Impossible($"{{ type: object, oneOf: [{string.Join(", ", branches)}], maxProperties: 0 }}");
    }

    [Fact]
    public void A_schema_that_does_not_compile_is_reported_with_its_place() =>
        Generated.Impossible("{ type: obj }").Keyword.Pointer.ShouldEndWith("/schema/type");
}
