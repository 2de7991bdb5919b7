using System.Globalization;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Planning;

/// <summary>Lists a plan's requests, check by check, and in the last line their number and hash.</summary>
internal static class PlanListing
{
    private const int BodyLimit = 160;

    /// <summary>
    /// Writes lines that end in a line feed; each request is written out once, at the first check that it is about, and named by its id at
    /// the others. Checks that are not selected are counted by operation.
    /// </summary>
    public static void Write(VerificationPlan plan, TextWriter output)
    {
        var requests = plan.All.ToList();
        var byCheck = requests.SelectMany(testCase => testCase.Checks.Select(check => (check, testCase)))
            .ToLookup(pair => pair.check, pair => pair.testCase);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var planned = plan.Checks.Where(check => !check.IsLeftOut).ToList();
        foreach (var checks in planned.GroupBy(check => check.Operation))
        {
            output.Write($"{checks.Key.Id}  {checks.Key.Method} {checks.Key.Path}\n");
            foreach (var check in checks)
            {
                output.Write($"  {check.Key.Id}  {check.Statement} ({check.Source.ToWord()})\n");
                if (check.NotExercised.Length > 0)
                {
                    output.Write($"    not exercised: {check.NotExercised}\n");
                }

                foreach (var testCase in byCheck[check.Key])
                {
                    WriteCase(testCase, listed.Add(testCase.Id), output);
                }
            }
        }

        var others = requests.Where(testCase => !listed.Contains(testCase.Id)).ToList();
        if (others.Count > 0)
        {
            output.Write("set-up and clean-up requests\n");
            others.ForEach(testCase => WriteCase(testCase, isFirst: true, output));
        }

        foreach (var leftOut in plan.Checks.Where(check => check.IsLeftOut).GroupBy(check => check.Operation.Id))
        {
            output.Write($"not selected: {Amount.Of(leftOut.Count(), "check")} of {leftOut.Key}\n");
        }

        if (plan.Shortfall is { } shortfall)
        {
            output.Write($"{shortfall.Sentence}\n");
        }

        var spare = requests.Count(testCase => testCase.OnlyIfRefused is not null);
        var count = planned.Count;
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Amount.Of(requests.Count, "request")} ({spare} of them only where a case of several boundary values is refused) "
            + $"for {Amount.Of(count, "check")}, {(double)requests.Count / Math.Max(count, 1):0.0} for each; sha256 {plan.Hash}\n"));
    }

    private static void WriteCase(ContractCase testCase, bool isFirst, TextWriter output)
    {
        var expected = testCase.Expectation switch
        {
            CaseExpectation.Accepted => "accepted",
            CaseExpectation.Refused => "refused ",
            CaseExpectation.NoServerError => "no 5xx  ",
            _ => "        ",
        };
        var condition = testCase.OnlyIfRefused is { } other ? $" (only if {other} is refused)" : "";
        output.Write($"    {expected}  {testCase.Id}: {testCase.Title}{condition}\n");
        if (isFirst)
        {
            output.Write($"              {testCase.Method} {testCase.Target}{Body(testCase)}\n");
        }
    }

    private static string Body(ContractCase testCase) =>
        testCase.Body.IsEmpty ? "" : $"  {Shortened.Measured(testCase.Body.Span, BodyLimit).ReplaceLineEndings(" ")}";
}
