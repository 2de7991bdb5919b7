using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Terminal;

/// <summary>One failed rule: in the documentation's words, where it stands, and how it was seen broken.</summary>
internal static class TerminalFailure
{
    private const int Indent = 2;
    private const int Column = 10;
    private const int LongestMessage = 16;
    private const int LongestList = 5;

    public static void Write(TerminalWriter terminal, CheckResult rule, int number, int count)
    {
        terminal.Paragraph($"FAILED {number}/{count}  {RuleWords.Heading(rule)}", TerminalColor.Red, hanging: Indent);
        terminal.Labelled("Rule", $"{rule.Statement} ({RuleWords.Source(rule.Source)})", Indent, Column);
        terminal.Labelled("", rule.Id, Indent, Column, TerminalColor.Dim);
        terminal.Labelled("Document", RuleWords.Place(rule), Indent, Column);
        terminal.Labelled("Operation", rule.Operation, Indent, Column);
        if (rule.Reason.Length > 0)
        {
            terminal.Labelled("Reason", rule.Reason, Indent, Column);
        }

        foreach (var failure in rule.Failures)
        {
            Write(terminal, failure);
        }
    }

    private static void Write(TerminalWriter terminal, Failure failure)
    {
        var exchange = failure.Exchange;
        terminal.Blank();
        terminal.Labelled("Case", $"{exchange.Title} ({exchange.Case})", Indent, Column);
        terminal.Labelled("Expected", failure.Expected, Indent, Column, TerminalColor.Green);
        terminal.Labelled("Found", failure.Found, Indent, Column, TerminalColor.Red);
        Message(terminal, "Request", MessageText.Of(exchange.Request));
        Message(terminal, "Answer", MessageText.OfAnswer(exchange));
        if (exchange.MockAnswer is { } mock)
        {
            Message(terminal, "The mock answers", MessageText.Of(mock));
        }

        terminal.Paragraph("Repeat it", indent: Indent);
        terminal.Verbatim(exchange.Curl, Indent + 2);
        if (failure.OtherCases.Count > 0)
        {
            var more = failure.OtherCases.Count - LongestList;
            var others = string.Join(", ", failure.OtherCases.Take(LongestList));
            terminal.Labelled("Also in", others + (more > 0 ? $" and {more} more" : ""), Indent, Column);
        }
    }

    private static void Message(TerminalWriter terminal, string name, string text)
    {
        terminal.Paragraph(name, indent: Indent);
        terminal.Quoted(text, Indent + 2, LongestMessage);
    }
}
