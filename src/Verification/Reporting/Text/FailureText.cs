using System.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>All that is known of a rule that is not met, as plain text for formats that have no structure of their own for it.</summary>
internal static class FailureText
{
    /// <summary>One line: <c>known: until 2027-01-31, ticket 12</c>; of a failure or question what was expected and found.</summary>
    public static string Headline(CheckResult rule)
    {
        var word = rule.Outcome == Outcome.Failed ? "" : $"{OutcomeWords.Id(rule.Outcome)}: ";
        var seen = rule.Failures.Count > 0 ? Comparison(rule.Failures[0]) : rule.Statement;
        return Printable.Line(word + rule switch
        {
            { Reason: "" } => seen,
            { Outcome: Outcome.Question, Failures.Count: > 0 } => $"{seen} ({rule.Reason.TrimEnd('.')})",
            _ => rule.Reason,
        });
    }

    /// <summary><c>expected: a string; found: /body/name: 12</c>, to stand within a sentence.</summary>
    public static string Comparison(Failure failure) => $"expected: {failure.Expected.TrimEnd('.')}; found: {failure.Found.TrimEnd('.')}";

    /// <summary>The comparison; where the reason beside it says what was found already, what was expected alone.</summary>
    public static string BesideReason(CheckResult rule, Failure failure) =>
        failure.Found == rule.Reason ? failure.Expected.TrimEnd('.') : Comparison(failure);

    /// <summary>The rule, its place, and of every failure: expected, found, the exchange, the curl command, the mock's answer.</summary>
    public static string Of(CheckResult rule)
    {
        var text = new StringBuilder();
        Line(text, "Rule", RuleWords.Heading(rule));
        Line(text, "Place", $"{RuleWords.Place(rule)} ({RuleWords.Source(rule.Source)}, {Printable.Line(rule.Id)})");
        foreach (var failure in rule.Failures)
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
        Block(text, "Answer", MessageText.OfAnswer(failure.Exchange));
        if (failure.Exchange.MockAnswer is { } mock)
        {
            Block(text, "The mock answers", MessageText.Of(mock));
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
