using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Terminal;

/// <summary>A line for each operation, a column for each outcome that occurs.</summary>
internal static class TerminalTable
{
    private const string Heading = "Operation";
    private const string Total = "All";

    public static void Write(TerminalWriter terminal, VerificationReport report)
    {
        var operations = OperationSummary.Of(report);
        var outcomes = OutcomeWords.All.Where(outcome => outcome is Outcome.Passed or Outcome.Failed || report.Count(outcome) > 0).ToList();
        var longest = operations.Max(operation => TerminalText.Line(operation.Operation).Length);
        var room = terminal.Width - outcomes.Sum(outcome => 1 + Header(outcome).Length);
        if (room < Heading.Length)
        {
            WriteList(terminal, operations, outcomes);
            return;
        }

        var gap = longest + outcomes.Count <= room ? 2 : 1;
        var names = Math.Max(Math.Min(longest, room), Heading.Length);
        terminal.Pieces([
            (Name(Heading, names), TerminalColor.Bold),
            .. outcomes.Select(outcome => (Cell(Header(outcome), outcome, gap), TerminalColor.Bold)),
        ]);
        foreach (var operation in operations)
        {
            WriteLine(terminal, Name(operation.Operation, names), outcomes, gap, operation.Count);
        }

        if (operations.Count > 1)
        {
            WriteLine(terminal, Name(Total, names), outcomes, gap, report.Count);
        }
    }

    /// <summary>For a terminal too narrow for columns.</summary>
    private static void WriteList(TerminalWriter terminal, IReadOnlyList<OperationSummary> operations, IReadOnlyList<Outcome> outcomes)
    {
        foreach (var operation in operations)
        {
            var counts = outcomes.Where(outcome => operation.Count(outcome) > 0)
                .Select(outcome => OutcomeWords.Counted(operation.Count(outcome), outcome));
            terminal.Paragraph($"{operation.Operation}: {string.Join(", ", counts)}", hanging: 2);
        }
    }

    private static void WriteLine(TerminalWriter terminal, string name, IEnumerable<Outcome> outcomes, int gap, Func<Outcome, int> count) =>
        terminal.Pieces([(name, TerminalColor.Plain), .. outcomes.Select(outcome => Count(outcome, count(outcome), gap))]);

    private static (string Text, TerminalColor Color) Count(Outcome outcome, int number, int gap) => number == 0
        ? (Cell("-", outcome, gap), TerminalColor.Dim)
        : (Cell(number.ToString(CultureInfo.InvariantCulture), outcome, gap), OutcomeColors.Of(outcome));

    private static string Header(Outcome outcome) => outcome switch
    {
        Outcome.Undocumented => "Undoc.",
        Outcome.NotExercised => "Not ex.",
        _ => OutcomeWords.Label(outcome),
    };

    private static string Cell(string text, Outcome outcome, int gap) => text.PadLeft(Header(outcome).Length + gap);

    /// <summary>The name in its column, its middle left out where it is too long: beginnings and ends tell operations apart.</summary>
    private static string Name(string name, int width)
    {
        var line = TerminalText.Line(name);
        return line.Length <= width ? line.PadRight(width) : $"{line[..(width / 2)]}…{line[^(width - width / 2 - 1)..]}";
    }
}
