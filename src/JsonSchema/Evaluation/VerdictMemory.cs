using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>The verdicts of one evaluation: whether a schema accepts the instance at a location. Not thread-safe.</summary>
internal sealed class VerdictMemory
{
    /// <summary>Bounds the memory; later verdicts are found again each time.</summary>
    private const int MaxVerdicts = 500_000;

    private readonly Dictionary<(SchemaNode Schema, int Index), bool> _verdicts = [];
    private readonly Dictionary<(SchemaNode Schema, int Index), ulong[]?> _evaluated = [];
    private readonly Dictionary<(SchemaNode Schema, int Index), IReadOnlyList<(int Index, SchemaViolation Violation)>> _explained = [];

    public bool TryGetVerdict(SchemaNode schema, int index, out bool isValid) => _verdicts.TryGetValue((schema, index), out isValid);

    public void Keep(SchemaNode schema, int index, bool isValid) => Add(_verdicts, schema, index, isValid);

    /// <param name="evaluated">The members or elements that the schema evaluates; null if the instance is not valid.</param>
    public bool TryGetEvaluated(SchemaNode schema, int index, out ulong[]? evaluated) =>
        _evaluated.TryGetValue((schema, index), out evaluated);

    public void KeepEvaluated(SchemaNode schema, int index, ulong[]? evaluated) => Add(_evaluated, schema, index, evaluated);

    /// <param name="violations">Those that were reported first; their evaluation path is that of the first way to the schema.</param>
    public bool TryGetViolations(SchemaNode schema, int index, out IReadOnlyList<(int Index, SchemaViolation Violation)> violations) =>
        _explained.TryGetValue((schema, index), out violations!);

    public void KeepViolations(SchemaNode schema, int index, IReadOnlyList<(int Index, SchemaViolation Violation)> violations) =>
        Add(_explained, schema, index, violations);

    private static void Add<T>(Dictionary<(SchemaNode Schema, int Index), T> kept, SchemaNode schema, int index, T value)
    {
        if (kept.Count < MaxVerdicts)
        {
            kept[(schema, index)] = value;
        }
    }
}
