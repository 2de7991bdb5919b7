using System.Globalization;
using System.Text;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Lists a plan's requests, rule by rule, and in the last line their number and hash.</summary>
public static class PlanListing
{
    private const int LongestBody = 160;

    /// <summary>
    /// Writes lines that end in a line feed; each request stands once, with the first rule that it is about, and by its id with the others.
    /// </summary>
    public static void Write(VerificationPlan plan, TextWriter output)
    {
        var requests = plan.All.ToList();
        var byRow = requests.SelectMany(one => one.Rows.Select(row => (row, one))).ToLookup(pair => pair.row, pair => pair.one);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in plan.Rows.GroupBy(row => row.Operation))
        {
            output.Write($"{rows.Key.Id}  {rows.Key.Method} {rows.Key.Path}\n");
            foreach (var row in rows)
            {
                output.Write($"  {row.Key.Id}  {row.Statement} ({row.Source.ToString().ToLowerInvariant()})\n");
                if (row.NotExercised.Length > 0)
                {
                    output.Write($"    not exercised: {row.NotExercised}\n");
                }

                foreach (var one in byRow[row.Key])
                {
                    WriteCase(one, listed.Add(one.Id), output);
                }
            }
        }

        var others = requests.Where(one => !listed.Contains(one.Id)).ToList();
        if (others.Count > 0)
        {
            output.Write("requests that prepare or look after others\n");
            others.ForEach(one => WriteCase(one, isFirst: true, output));
        }

        var spare = requests.Count(one => one.OnlyIfRefused is not null);
        var rules = plan.Rows.Count;
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{requests.Count} requests ({spare} of them only where one of several edges is refused) for {rules} rules, "
            + $"{(double)requests.Count / Math.Max(rules, 1):0.0} for each; sha256 {plan.Hash}\n"));
    }

    private static void WriteCase(ContractCase one, bool isFirst, TextWriter output)
    {
        var expected = one.Expectation switch
        {
            CaseExpectation.Accepted => "accepted",
            CaseExpectation.Refused => "refused ",
            CaseExpectation.NoServerError => "no 5xx  ",
            _ => "        ",
        };
        output.Write($"    {expected}  {one.Id}: {one.Title}{(one.OnlyIfRefused is { } other ? $" (only if {other} is refused)" : "")}\n");
        if (isFirst)
        {
            output.Write($"              {one.Method} {one.Target}{Body(one)}\n");
        }
    }

    private static string Body(ContractCase one)
    {
        if (one.Body is not { Length: > 0 } body)
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestBody)]).ReplaceLineEndings(" ");
        return body.Length <= LongestBody ? $"  {text}" : $"  {text}… ({body.Length} bytes)";
    }
}
