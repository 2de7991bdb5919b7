using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>
/// Which errors concern which operation. The document is a graph of units, each an operation or a component (any place that a reference
/// names), with
/// references for edges; an operation has the errors of every unit that it reaches.
/// </summary>
internal sealed class FaultLog(DiagnosticBag diagnostics)
{
    /// <summary>Enough to say why an operation is not served.</summary>
    private const int MostOfOne = 100;

    private readonly Dictionary<(DocumentFile File, string Pointer), Unit> _units = [];

    public DiagnosticBag Diagnostics => diagnostics;

    public Unit UnitAt(DocumentFile file, string pointer)
    {
        if (!_units.TryGetValue((file, pointer), out var unit))
        {
            unit = new Unit();
            _units.Add((file, pointer), unit);
        }

        return unit;
    }

    /// <summary>The errors that an operation meets, in the order found, the nearest first; empty for nearly all.</summary>
    public IReadOnlyList<Diagnostic> Of(DocumentNode operation)
    {
        if (!diagnostics.HasErrors || !_units.TryGetValue((operation.File, operation.Pointer), out var start))
        {
            return [];
        }

        var reached = new HashSet<Unit> { start };
        var waiting = new Queue<Unit>(reached);
        var errors = new List<Diagnostic>();
        while (errors.Count < MostOfOne && waiting.TryDequeue(out var unit))
        {
            errors.AddRange(unit.Errors.Take(MostOfOne - errors.Count));
            foreach (var next in unit.Uses)
            {
                if (reached.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return errors;
    }

    internal sealed class Unit
    {
        public List<Diagnostic> Errors { get; } = [];

        public HashSet<Unit> Uses { get; } = [];
    }
}
