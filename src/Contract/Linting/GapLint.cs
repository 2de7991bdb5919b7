namespace SocialContract.Contract.Linting;

/// <summary>Reports rows of the gaps that appear twice, and rows that are missing.</summary>
internal static class GapLint
{
    private const int Shown = 20;

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
                $"{Rows(missing)} of the gaps {(missing.Count == 1 ? "is" : "are")} missing");
        }
    }

    private static string Rows(List<int> rows)
    {
        var shown = string.Join(", ", rows.Take(Shown));
        return rows.Count == 1 ? $"row {shown}" : $"rows {shown}{(rows.Count > Shown ? $" and {rows.Count - Shown} more" : "")}";
    }
}
