using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>
/// Tells which errors concern which operation. The document is a graph of units: operations, components and any other place that a
/// reference names. References are the edges; an operation has the errors of every unit that it reaches.
/// </summary>
internal sealed class FaultLog(DiagnosticBag diagnostics)
{
    /// <summary>The number of errors that are kept for an operation.</summary>
    private const int OperationLimit = 100;

    private readonly Dictionary<PlaceId, Unit> _units = [];

    public DiagnosticBag Diagnostics => diagnostics;

    public Unit UnitAt(DocumentFile file, string pointer)
    {
        if (!_units.TryGetValue(new PlaceId(file, pointer), out var unit))
        {
            unit = new Unit();
            _units.Add(new PlaceId(file, pointer), unit);
        }

        return unit;
    }

    /// <summary>The errors of the units that an operation reaches, the nearest first; empty for nearly all operations.</summary>
    public IReadOnlyList<Diagnostic> Of(DocumentNode operation)
    {
        if (!diagnostics.HasErrors || !_units.TryGetValue(operation.Place, out var start))
        {
            return [];
        }

        var reached = new HashSet<Unit> { start };
        var waiting = new Queue<Unit>(reached);
        var errors = new List<Diagnostic>();
        while (errors.Count < OperationLimit && waiting.TryDequeue(out var unit))
        {
            errors.AddRange(unit.Errors.Take(OperationLimit - errors.Count));
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
