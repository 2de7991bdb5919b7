using System.Text;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>All that is known of a check that did not pass, as plain text for formats that have no structure of their own for it.</summary>
internal static class FailureText
{
    /// <summary>One line: <c>known: until 2027-01-31, ticket 12</c>; of a failure or question what was expected and found.</summary>
    public static string Headline(CheckResult check)
    {
        var word = check.Outcome == Outcome.Failed ? "" : $"{OutcomeWords.Id(check.Outcome)}: ";
        var seen = check.Failures.Count > 0 ? Comparison(check.Failures[0]) : check.Statement;
        return Printable.Line(word + check switch
        {
            { Reason: "" } => seen,
            { Outcome: Outcome.Question, Failures.Count: > 0 } => $"{seen} ({check.Reason.TrimEnd('.')})",
            _ => check.Reason,
        });
    }

    /// <summary><c>expected: a string; found: /body/name: 12</c>, as part of a sentence.</summary>
    public static string Comparison(Failure failure) => $"expected: {failure.Expected.TrimEnd('.')}; found: {failure.Found.TrimEnd('.')}";

    /// <summary>The comparison; only what was expected where the reason beside it already says what was found.</summary>
    public static string BesideReason(CheckResult check, Failure failure) =>
        failure.Found == check.Reason ? failure.Expected.TrimEnd('.') : Comparison(failure);

    /// <summary>The check, its place, and of every failure: expected, found, the exchange, the curl command, the mock's response.</summary>
    public static string Of(CheckResult check)
    {
        var text = new StringBuilder();
        Line(text, "Check", CheckWords.Heading(check));
        Line(text, "Place", $"{CheckWords.Place(check)} ({check.Source.ToWord()}, {Printable.Line(check.Id)})");
        foreach (var failure in check.Failures)
        {
            Append(text, failure);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Failure failure)
    {
        text.Append('\n');
        Line(text, "Case", $"{Printable.Line(failure.Exchange.Case)}: {Printable.Line(failure.Exchange.Title)}");
        Line(text, "Expected", Printable.Line(failure.Expected));
        Line(text, "Found", Printable.Line(failure.Found));
        Line(text, "Repeat", Printable.Lines(failure.Exchange.Curl));
        Block(text, "Request", MessageText.Of(failure.Exchange.Request));
        Block(text, "Response", MessageText.OfResponse(failure.Exchange));
        if (failure.Exchange.MockResponse is { } mock)
        {
            Block(text, "The mock's response", MessageText.Of(mock));
        }

        if (failure.OtherCases.Count > 0)
        {
            Line(text, "Also seen in", Printable.Line(string.Join(", ", failure.OtherCases)));
        }
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');

    private static void Block(StringBuilder text, string name, string message) =>
        text.Append(name).Append(":\n    ").Append(message.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
}
