using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>
/// The order in which the branches of <c>anyOf</c> and <c>oneOf</c> are tried: document order, except that branches that only allow
/// null come later and recursive branches come last.
/// </summary>
internal sealed class BranchOrder(SchemaReader reader, MinimumDepth minimumDepth, GenerationMode mode)
{
    public IReadOnlyList<DocumentNode> Sort(
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

    /// <summary>From this depth on the branch with the fewest further levels is preferred.</summary>
    private const int DeepLevel = 8;

    private int Cost(DocumentNode branch, SchemaShape shape, bool deep)
    {
        var depth = minimumDepth.Of(branch);
        var recursive = reader.Conjuncts(branch).Any(shape.IsInParents);
        return depth >= MinimumDepth.Unbounded ? 1000
            : recursive ? 100 + depth
            : IsNull(branch) ? deep ? 0 : 50
            : deep ? 1 + depth
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
