using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// Chooses which of several refusing alternatives to explain: the one that the instance is probably meant for. An alternative of another
/// type is farthest; then one whose <c>const</c> or <c>enum</c> does not fit, since such members distinguish alternatives; then one with
/// more violations; then the later one.
/// </summary>
internal static class Nearest
{
    /// <param name="hinted">The index of the alternative that a <see cref="BranchHintNode"/> selects, or -1.</param>
    /// <param name="instancePath">The instance location where the alternatives were tried.</param>
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

    /// <param name="nearest">The index of the nearest alternative. Messages count alternatives from 1, as titles of cases do.</param>
    public static string Expected(string howMany, int alternatives, int nearest) => alternatives == 1
        ? "the only alternative to accept it"
        : $"{howMany} of {alternatives} alternatives to accept it; nearest is alternative {nearest + 1}";

    private static (int, int, int) Distance(Branch branch, string instancePath)
    {
        var wrongType = branch.Violations.Any(violation => violation.Keyword == "type" && violation.InstanceLocation == instancePath);
        var wrongTags = branch.Violations.Count(violation => violation.Keyword is "const" or "enum");
        return (wrongType ? 1 : 0, wrongTags, branch.Violations.Count);
    }
}
