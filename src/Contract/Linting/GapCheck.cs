namespace SocialContract.Contract.Linting;

/// <summary>Checks that each row of the gaps appears once and that no row is missing.</summary>
internal static class GapCheck
{
    public static void Run(LintContext context)
    {
        var gaps = context.Api.Gaps;
        if (gaps.Count == 0)
        {
            return;
        }

        foreach (var same in gaps.GroupBy(gap => gap.Row))
        {
            foreach (var gap in same.Skip(1))
            {
                context.Warn(LintCodes.GapTwice, gap.Node, $"row {gap.Row} of the gaps already exists at {same.First().Node.Position}");
            }
        }

        var missing = Enumerable.Range(1, gaps[^1].Row).Except(gaps.Select(gap => gap.Row)).ToList();
        if (missing.Count > 0)
        {
            context.Warn(
                LintCodes.GapMissing,
                gaps[0].Node,
                $"of the rows of the gaps, {string.Join(", ", missing.Take(20))} {(missing.Count == 1 ? "is" : "are")} missing");
        }
    }
}
