using System.Text;
using SocialContract.Verification.Results;

namespace SocialContract.ContractTests;

/// <summary>What a test says of a rule that is not simply kept.</summary>
internal static class FailureMessage
{
    public static string Of(CheckResult row)
    {
        var text = new StringBuilder($"{Word(row.Outcome)}: {Words(row)} ({row.File}:{row.Line})");
        if (row.Reason.Length > 0)
        {
            text.Append(": ").Append(row.Reason);
        }

        foreach (var failure in row.Failures)
        {
            var exchange = failure.Exchange;
            text.Append($"\n  expected  {failure.Expected}\n  found     {failure.Found}\n  request   {exchange.Request.Start}  {exchange.Request.Body}");
            text.Append($"\n  answer    {(exchange.Response is { } answer ? $"{answer.Start}  {answer.Body}" : exchange.Fault)}");
            if (exchange.MockAnswer is { } mock)
            {
                text.Append($"\n  the mock  {mock.Start}  {mock.Body}");
            }

            text.Append($"\n  repeat    {exchange.Curl}");
            if (failure.OtherCases.Count > 0)
            {
                text.Append($"\n  the same  {string.Join(", ", failure.OtherCases)}");
            }
        }

        return text.ToString();
    }

    private static string Words(CheckResult row) => row is { DocumentedName: { } name, Sentence: { } sentence } ? $"{name} {sentence}" : row.Statement;

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Question => "question, for the document only assumes it",
        Outcome.NotExercised => "not exercised",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
