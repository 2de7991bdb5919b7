using SocialContract.Contract;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Finds the operations whose rules do not fit into a plan. A schema that thousands of operations share has its rules in each of them, so
/// that a plan can be much larger than its document.
/// </summary>
internal static class PlannedSizes
{
    /// <summary>The rules and schemas of all planned operations; bounds the memory.</summary>
    private const int MaxTotal = 250_000;

    /// <summary>The rules and schemas of an operation.</summary>
    private const int MaxOfOperation = 200_000;

    /// <summary>The rules and schemas that are counted; later operations are left out. Bounds the time.</summary>
    private const int MaxCounted = 2_000_000;

    /// <summary>The operations that are left out, in document order, as those before them leave no room.</summary>
    public static HashSet<Operation> TooLarge(ContractDescription api)
    {
        var tooLarge = new HashSet<Operation>();
        var (total, counted) = (0, 0);
        foreach (var operation in api.Operations)
        {
            var limit = Math.Min(MaxTotal - total, MaxOfOperation) + 1;
            var size = counted < MaxCounted ? api.Rules.CountOf(operation, limit) : limit;
            counted += counted < MaxCounted ? size : 0;
            if (size < limit)
            {
                total += size;
            }
            else
            {
                tooLarge.Add(operation);
            }
        }

        return tooLarge;
    }
}
