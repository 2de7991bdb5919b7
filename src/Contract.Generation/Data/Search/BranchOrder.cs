using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>
/// The order in which the branches of <c>anyOf</c> and <c>oneOf</c> are tried: the document's, but null later, and what may not end
/// last.
/// </summary>
internal sealed class BranchOrder(SchemaReader reader, MinimumDepth endings, GenerationMode mode)
{
    public IReadOnlyList<DocumentNode> Of(
        IEnumerable<DocumentNode> branches, SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var all = branches.Where(branch => !SchemaReader.IsFalse(branch)).ToArray();
        if (mode == GenerationMode.Dynamic || variation == Variation.Random)
        {
            Shuffle(all, random);
        }

        var deep = request.Depth >= DeepLevel;
        return [.. all.OrderBy(branch => Cost(branch, shape, deep))];
    }

    /// <summary>From here on the shortest way out is preferred.</summary>
    private const int DeepLevel = 8;

    private int Cost(DocumentNode branch, SchemaShape shape, bool deep)
    {
        var height = endings.HeightOf(branch);
        var recursive = reader.Conjuncts(branch).Any(shape.IsAround);
        return height >= MinimumDepth.Endless ? 1000
            : recursive ? 100 + height
            : IsNull(branch) ? deep ? 0 : 50
            : deep ? 1 + height
            : 0;
    }

    private bool IsNull(DocumentNode branch) => reader.Conjuncts(branch).Any(part => reader.Types(part) == ValueTypes.Null);

    private static void Shuffle(DocumentNode[] branches, SeededRandom random)
    {
        for (var last = branches.Length - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (branches[last], branches[other]) = (branches[other], branches[last]);
        }
    }
}
