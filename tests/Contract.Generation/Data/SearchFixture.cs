using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Tests.Data;

/// <summary>The parts of a search for an instance of one schema.</summary>
internal sealed class SearchFixture
{
    /// <param name="schema">Flow YAML or JSON.</param>
    /// <param name="components">The schemas that it may refer to, likewise.</param>
    public SearchFixture(string schema, string components = "{}", GenerationMode mode = GenerationMode.Static)
    {
        var (api, reference) = Generated.Schema(schema, components, "3.1.0");
        Schema = reference.Node;
        Reader = new SchemaReader(api.Documents, api.View, MessageDirection.Response);
        MinimumDepth = new MinimumDepth(Reader);
        Run = new GenerationRun(
            api.Schemas,
            Reader,
            MinimumDepth,
            MessageDirection.Response,
            mode,
            GenerationLimits.Default,
            optionalDepth: 8,
            GenerationLimits.MaxWork);
        Order = new BranchOrder(Run);
    }

    public DocumentNode Schema { get; }

    public SchemaReader Reader { get; }

    public MinimumDepth MinimumDepth { get; }

    public BranchOrder Order { get; }

    public GenerationRun Run { get; }

    public ValueRequest Request(int depth = 0, SchemaShape? around = null) =>
        new() { Schemas = [Schema], Seed = 0, Depth = depth, Around = around };

    /// <summary>The schema with the first branch of each <c>anyOf</c> and <c>oneOf</c> taken.</summary>
    public SchemaShape Flatten() =>
        new SchemaFlattener(Reader, Order).Flatten(Request(), new Choices(1), Variation.Natural, new SeededRandom(0));
}
