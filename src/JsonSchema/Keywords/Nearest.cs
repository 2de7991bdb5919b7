using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// Chooses which of several refusing branches to explain: the branch that the instance is probably meant for. A branch of another type is
/// farthest; then a branch whose <c>const</c> or <c>enum</c> does not fit, since such members distinguish alternatives; then a branch with
/// more violations; then the later branch.
/// </summary>
internal static class Nearest
{
    /// <param name="hinted">The index of the branch that a <see cref="BranchHintNode"/> selects, or -1.</param>
    /// <param name="instancePath">The instance location where the branches were tried.</param>
    public static int Of(IReadOnlyList<Branch> refusing, int hinted, string instancePath)
    {
        if (hinted >= 0)
        {
            return hinted;
        }

        var nearest = 0;
        for (var i = 1; i < refusing.Count; i++)
        {
            if (Distance(refusing[i], instancePath).CompareTo(Distance(refusing[nearest], instancePath)) < 0)
            {
                nearest = i;
            }
        }

        return nearest;
    }

    public static string Expected(string howMany, int branches, int nearest) =>
        branches == 1 ? "the only branch to accept it" : $"{howMany} of {branches} branches to accept it; nearest is branch {nearest}";

    private static (int, int, int) Distance(Branch branch, string instancePath)
    {
        var wrongType = branch.Violations.Any(violation => violation.Keyword == "type" && violation.InstanceLocation == instancePath);
        var wrongTags = branch.Violations.Count(violation => violation.Keyword is "const" or "enum");
        return (wrongType ? 1 : 0, wrongTags, branch.Violations.Count);
    }
}
