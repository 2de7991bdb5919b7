using System.Text;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.ContractTests;

/// <summary>Writes outcomes as text.</summary>
internal static class OutcomeText
{
    /// <summary>The number of checks with each outcome, in a line: <c>199 passed, 7 not exercised</c>.</summary>
    public static string Summary(VerificationReport report) => string.Join(
        ", ",
        report.Checks.CountBy(result => result.Outcome)
            .OrderBy(pair => pair.Key)
            .Select(pair => OutcomeWords.Counted(pair.Value, pair.Key)));

    /// <summary>Why checks were not made: a line for each reason, with the number of its checks.</summary>
    public static string Causes(VerificationReport report) => Printable.Lines(string.Join(
        '\n',
        report.Checks.Where(result => result.Outcome is Outcome.NotExercised or Outcome.Blocked)
            .CountBy(result => (result.Outcome, result.Reason))
            .Select(pair => $"{OutcomeWords.Counted(pair.Value, pair.Key.Outcome)}: {pair.Key.Reason}")));

    /// <summary>The text of a test whose check did not simply pass.</summary>
    public static string Of(CheckResult result)
    {
        var text = new StringBuilder($"{Word(result.Outcome)}: {CheckWords.Heading(result)} ({CheckWords.Place(result)})");
        if (result.Reason.Length > 0)
        {
            text.Append(": ").Append(result.Reason);
        }

        foreach (var failure in result.Failures)
        {
            var exchange = failure.Exchange;
            text.Append($"\n  expected  {failure.Expected}\n  found     {failure.Found}");
            text.Append($"\n  request   {Line(new ShownMessage(exchange.Request))}");
            text.Append($"\n  response  {(exchange.Response is { } response ? $"{Line(new ShownMessage(response))}" : exchange.Fault)}");
            if (exchange.MockResponse is { } mock)
            {
                text.Append($"\n  the mock  {Line(new ShownMessage(mock))}");
            }

            text.Append($"\n  repeat    {exchange.Curl}");
            if (failure.OtherCases.Count > 0)
            {
                text.Append($"\n  the same  {string.Join(", ", failure.OtherCases)}");
            }
        }

        return Printable.Lines(text.ToString());
    }

    private static string Line(ShownMessage message) => $"{message.Start}  {message.Body}";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Question => "question, because the document only assumes it",
        _ => OutcomeWords.Label(outcome).ToLowerInvariant(),
    };
}
