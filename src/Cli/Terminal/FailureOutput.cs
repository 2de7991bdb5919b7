using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Cli.Terminal;

/// <summary>One failed check in the documentation's words, its place in the document, and how the server broke it.</summary>
internal static class FailureOutput
{
    private const int Indent = 2;
    private const int Column = 10;
    private const int MaxMessageLines = 16;
    private const int MaxListed = 5;

    public static void Write(TerminalWriter terminal, CheckResult check, int number, int count)
    {
        terminal.Paragraph($"FAILED {number}/{count}  {CheckWords.Heading(check)}", TerminalStyles.Red, hanging: Indent);
        terminal.Labelled("Check", $"{check.Statement} ({check.Source.ToWord()})", Indent, Column);
        terminal.Labelled("", check.Id, Indent, Column, TerminalStyles.Dim);
        terminal.Labelled("Document", CheckWords.Place(check), Indent, Column);
        terminal.Labelled("Operation", check.Operation, Indent, Column);
        if (check.Reason.Length > 0)
        {
            terminal.Labelled("Reason", check.Reason, Indent, Column);
        }

        foreach (var failure in check.Failures)
        {
            Write(terminal, failure);
        }
    }

    private static void Write(TerminalWriter terminal, Failure failure)
    {
        var exchange = failure.Exchange;
        terminal.Blank();
        terminal.Labelled("Case", $"{exchange.Title} ({exchange.Case})", Indent, Column);
        terminal.Labelled("Expected", failure.Expected, Indent, Column, TerminalStyles.Green);
        terminal.Labelled("Found", failure.Found, Indent, Column, TerminalStyles.Red);
        Message(terminal, "Request", MessageText.Of(exchange.Request));
        Message(terminal, "Response", MessageText.OfResponse(exchange));
        if (exchange.MockResponse is { } mock)
        {
            Message(terminal, "The mock's response", MessageText.Of(mock));
        }

        terminal.Paragraph("Repeat it", indent: Indent);
        terminal.Verbatim(exchange.Curl, Indent + 2);
        if (failure.OtherCases.Count > 0)
        {
            var more = failure.OtherCases.Count - MaxListed;
            var others = string.Join(", ", failure.OtherCases.Take(MaxListed));
            terminal.Labelled("Also in", others + (more > 0 ? $" and {more} more" : ""), Indent, Column);
        }
    }

    private static void Message(TerminalWriter terminal, string name, string text)
    {
        terminal.Paragraph(name, indent: Indent);
        terminal.Quoted(text, Indent + 2, MaxMessageLines);
    }
}
