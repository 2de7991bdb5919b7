using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>
/// The order in which the branches of <c>anyOf</c> and <c>oneOf</c> are tried: document order, except that branches that only allow
/// null come later, recursive branches come last, and a branch that the value must satisfy anyway comes first.
/// </summary>
internal sealed class BranchOrder(GenerationRun run)
{
    /// <summary>The work of comparing a branch, in the units of <see cref="GenerationLimits.MaxWork"/>.</summary>
    private const int WorkOfBranch = 5;

    public IReadOnlyList<DocumentNode> Sort(
        IEnumerable<DocumentNode> branches, SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var all = branches.Where(branch => !SchemaReader.IsFalse(branch)).ToArray();
        run.Count(all.Length * WorkOfBranch);
        if (run.Mode == GenerationMode.Dynamic || variation == Variation.Random)
        {
            Shuffle(all, random);
        }

        var deep = request.Depth >= DeepLevel;
        return [.. all.OrderBy(branch => IsAskedFor(branch, request) ? -1 : Cost(branch, shape, deep))];
    }

    /// <summary>Whether the value must satisfy the branch anyway.</summary>
    private static bool IsAskedFor(DocumentNode branch, ValueRequest request)
    {
        foreach (var schema in request.Schemas.AsSpan())
        {
            if (SchemaReader.SamePlace(schema, branch))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From this depth on the branch with the fewest further levels is preferred.</summary>
    private const int DeepLevel = 8;

    private int Cost(DocumentNode branch, SchemaShape shape, bool deep)
    {
        var depth = run.MinimumDepth.Of(branch);
        var recursive = run.Reader.Conjuncts(branch).Any(shape.IsInParents);
        return depth >= MinimumDepth.Unbounded ? 1000
            : recursive ? 100 + depth
            : IsNull(branch) ? deep ? 0 : 50
            : deep ? 1 + depth
            : 0;
    }

    private bool IsNull(DocumentNode branch) => run.Reader.Conjuncts(branch).Any(part => run.Reader.Types(part) == ValueTypes.Null);

    private static void Shuffle(DocumentNode[] branches, SeededRandom random)
    {
        for (var last = branches.Length - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (branches[last], branches[other]) = (branches[other], branches[last]);
        }
    }
}
