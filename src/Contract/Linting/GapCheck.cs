namespace SocialContract.Contract.Linting;

/// <summary>The table of gaps has each row once, without holes.</summary>
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
                context.Warn(LintCodes.GapTwice, gap.Node, $"row {gap.Row} of the gaps is already at {same.First().Node.Position}");
            }
        }

        var missing = Enumerable.Range(1, gaps[^1].Row).Except(gaps.Select(gap => gap.Row)).ToList();
        if (missing.Count > 0)
        {
            context.Warn(
                LintCodes.GapMissing,
                gaps[0].Node,
                $"the rows of the gaps have holes: {string.Join(", ", missing.Take(20))} {(missing.Count == 1 ? "is" : "are")} missing");
        }
    }
}
