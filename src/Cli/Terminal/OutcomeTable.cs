using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;
using Spectre.Console;

namespace SocialContract.Cli.Terminal;

/// <summary>A line for each operation, a column for each outcome that occurs; a list where the terminal is too narrow.</summary>
internal static class OutcomeTable
{
    private const int Gap = 2;

    public static void Write(TerminalWriter terminal, VerificationReport report)
    {
        var operations = OperationSummary.Of(report);
        var outcomes = OutcomeWords.All.Where(outcome => outcome is Outcome.Passed or Outcome.Failed || report.Count(outcome) > 0).ToList();
        if (terminal.TryTable(Table(terminal, report, operations, outcomes)))
        {
            return;
        }

        foreach (var operation in operations)
        {
            var counts = outcomes.Where(outcome => operation.Count(outcome) > 0)
                .Select(outcome => OutcomeWords.Counted(operation.Count(outcome), outcome));
            terminal.Paragraph($"{operation.Operation}: {string.Join(", ", counts)}", hanging: 2);
        }
    }

    private static Table Table(
        TerminalWriter terminal, VerificationReport report, IReadOnlyList<OperationSummary> operations, IReadOnlyList<Outcome> outcomes)
    {
        var table = new Table().NoBorder().AddColumn(Column(terminal, "Operation"));
        foreach (var outcome in outcomes)
        {
            table.AddColumn(Column(terminal, Header(outcome)).RightAligned());
        }

        table.Columns[^1].PadRight(0);
        foreach (var operation in operations)
        {
            AddLine(operation.Operation, operation.Count);
        }

        if (operations.Count > 1)
        {
            AddLine("All", report.Count);
        }

        return table;

        void AddLine(string name, Func<Outcome, int> count) => table.AddRow(
            [terminal.Cell(name, TerminalStyles.Plain), .. outcomes.Select(outcome => Count(terminal, outcome, count(outcome)))]);
    }

    private static TableColumn Column(TerminalWriter terminal, string header) =>
        new TableColumn(terminal.Cell(header, TerminalStyles.Bold)).PadLeft(0).PadRight(Gap).NoWrap();

    private static Text Count(TerminalWriter terminal, Outcome outcome, int number) => number == 0
        ? terminal.Cell("-", TerminalStyles.Dim)
        : terminal.Cell(number.ToString(CultureInfo.InvariantCulture), TerminalStyles.Of(outcome));

    private static string Header(Outcome outcome) => outcome switch
    {
        Outcome.Undocumented => "Undoc.",
        Outcome.NotExercised => "Not ex.",
        _ => OutcomeWords.Label(outcome),
    };
}
