using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>Collects the faults of a document while it is loaded.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>The number of diagnostics that are kept; a document of many megabytes could have millions.</summary>
    private const int Limit = 10_000;

    private readonly List<Diagnostic> _all = [];
    private readonly HashSet<(string Code, DocumentPosition Position, string Message)> _seen = [];
    private readonly NameSuggestions _suggestions = new(NameSuggestions.OfDocument);

    public IReadOnlyList<Diagnostic> All => _all;

    public bool HasErrors { get; private set; }

    /// <summary>Whether further diagnostics are dropped, so that their messages need not be written.</summary>
    public bool IsFull => _all.Count > Limit;

    /// <summary>The candidate that is most similar to an unknown name; null if there is none, or after many suggestions.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates) => IsFull ? null : _suggestions.Find(name, candidates);

    /// <summary>Adds a fault of a value and returns it. A fault that was already reported at the same place is added once.</summary>
    public Diagnostic Report(string code, DiagnosticSeverity severity, DocumentNode node, string message, string? nearest = null) =>
        Report(code, severity, node.File, node.Position, node.Pointer, message, nearest);

    public Diagnostic Report(
        string code,
        DiagnosticSeverity severity,
        DocumentFile file,
        DocumentPosition position,
        string pointer,
        string message,
        string? nearest = null)
    {
        var diagnostic = IsFull
            ? new Diagnostic(code, severity, position, pointer, message, nearest)
            : DiagnosticFactory.Create(code, severity, file, position, pointer, message, nearest);
        Add(diagnostic);
        return diagnostic;
    }

    public void Report(DocumentFault fault, string displayPath, LineTable? lines) =>
        Add(new Diagnostic(
            fault.Code,
            fault.Severity,
            new DocumentPosition(displayPath, Math.Max(1, fault.Line), Math.Max(1, fault.Column)),
            "",
            fault.Message,
            Excerpt: fault.Line == 0 || lines is null ? "" : Excerpt.Of(lines, fault.Line, fault.Column)));

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_all.Count < Limit && _seen.Add((diagnostic.Code, diagnostic.Position, diagnostic.Message)))
        {
            _all.Add(diagnostic);
            if (_all.Count == Limit)
            {
                _all.Add(new Diagnostic(
                    DiagnosticCodes.TooMany,
                    DiagnosticSeverity.Warning,
                    diagnostic.Position,
                    diagnostic.Pointer,
                    $"there are more than {Limit} diagnostics; the rest is not reported"));
            }
        }
    }

    /// <summary>Sorted by file in the order of <paramref name="files"/>, then by line and column.</summary>
    public IReadOnlyList<Diagnostic> InDocumentOrder(IReadOnlyList<DocumentFile> files)
    {
        var order = files.Select((file, index) => (file.DisplayPath, index)).GroupBy(pair => pair.DisplayPath).ToDictionary(
            group => group.Key, group => group.First().index);
        return [.. _all
            .OrderBy(diagnostic => order.GetValueOrDefault(diagnostic.Position.File, int.MaxValue))
            .ThenBy(diagnostic => diagnostic.Position.Line)
            .ThenBy(diagnostic => diagnostic.Position.Column)];
    }
}
