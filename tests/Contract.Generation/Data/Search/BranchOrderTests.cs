using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;

namespace SocialContract.Contract.Generation.Tests.Data.Search;

public class BranchOrderTests
{
    [Theory]
    [InlineData("{ anyOf: [{ type: integer }, { type: string }, { type: object }] }", "0 1 2")]
    [InlineData("{ anyOf: [{ type: 'null' }, { type: string }] }", "1 0")]
    [InlineData("{ anyOf: [{ type: [string, 'null'] }, { type: string }] }", "0 1")]
    [InlineData("{ anyOf: [false, { type: string }] }", "1")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Endless' }, { type: 'null' }] }", "1 0")]
    public void Branches_are_tried_in_document_order_with_null_later_and_infinite_ones_last(string schema, string order) =>
        Sort(Fixture(schema), depth: 0).ShouldBe(order);

    [Theory]
    [InlineData("{ anyOf: [{ type: array, minItems: 1, items: { type: integer } }, { type: integer }] }", "1 0")]
    [InlineData("{ anyOf: [{ type: integer }, { type: 'null' }] }", "1 0")]
    public void Deep_inside_an_instance_the_branch_with_the_fewest_levels_comes_first(string schema, string order) =>
        Sort(Fixture(schema), depth: 8).ShouldBe(order);

    [Fact]
    public void A_branch_that_is_the_parent_s_schema_comes_after_one_that_is_not()
    {
        var parent = Fixture("{ $ref: '#/components/schemas/Node' }");
        var branches = parent.Reader.Targets(parent.Schema)[0].Member("properties")!.Value.Member("next")!.Value;

        Sort(parent, branches, depth: 1, around: parent.Flatten()).ShouldBe("1 0");
        Sort(parent, branches, depth: 1, around: null).ShouldBe("0 1");
    }

    [Fact]
    public void A_branch_that_the_value_must_satisfy_anyway_comes_first()
    {
        var fixture = Fixture("{ anyOf: [{ const: a }, { const: b }, { const: c }] }");
        var branches = fixture.Schema.Member("anyOf")!.Value.Elements().ToList();
        var request = fixture.Request(depth: 0) with { Schemas = [fixture.Schema, branches[2]] };

        var sorted = fixture.Order.Sort(branches, new SchemaShape(fixture.Reader, null), request, Variation.Natural, new SeededRandom(0));

        sorted.ShouldBe([branches[2], branches[0], branches[1]]);
    }

    [Fact]
    public void Dynamic_data_takes_the_branches_in_an_order_that_depends_on_the_seed()
    {
        var fixture = new SearchFixture("{ anyOf: [{ type: integer }, { type: string }] }", mode: GenerationMode.Dynamic);

        Enumerable.Range(0, 20).Select(seed => Sort(fixture, depth: 0, seed: (ulong)seed)).Distinct().Order().ShouldBe(["0 1", "1 0"]);
    }

    private static SearchFixture Fixture(string schema) => new(
        schema,
        """
        {
          Endless: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Endless' } } },
          Node: { type: object, properties: { next: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: string }] } } }
        }
        """);

    private static string Sort(SearchFixture fixture, int depth, ulong seed = 0) =>
        Sort(fixture, fixture.Schema, depth, around: null, seed);

    /// <summary>The branches' indexes in the order in which they are tried.</summary>
    private static string Sort(
        SearchFixture fixture, Documents.DocumentNode schema, int depth, SchemaShape? around, ulong seed = 0)
    {
        var request = fixture.Request(depth, around);
        var shape = new SchemaShape(fixture.Reader, around);
        var branches = schema.Member("anyOf")!.Value.Elements();
        var sorted = fixture.Order.Sort(branches, shape, request, Variation.Natural, new SeededRandom(seed));
        return string.Join(' ', sorted.Select(branch => branch.Pointer[(branch.Pointer.LastIndexOf('/') + 1)..]));
    }
}
