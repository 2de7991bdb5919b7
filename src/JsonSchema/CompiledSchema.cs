using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema;

/// <summary>A schema, ready to judge any number of instances from any number of threads.</summary>
public sealed class CompiledSchema
{
    private readonly SchemaNode _root;
    private readonly SchemaSettings _settings;

    internal CompiledSchema(SchemaNode root, SchemaSettings settings) => (_root, _settings) = (root, settings);

    /// <summary>Where it stands.</summary>
    public SchemaLocation Location => _root.Location;

    /// <summary>
    /// The verdict alone. Allocates nothing. An instance that cannot be judged within bounds of time and stack is not valid.
    /// </summary>
    public bool IsValid(JsonCursor instance)
    {
        var evaluator = new Evaluator(instance.Instance);
        return _root.IsValid(ref evaluator, instance.Index) && evaluator.Undecided == UndecidedReason.None;
    }

    /// <summary>
    /// Reads the text within <see cref="SchemaSettings.Limits"/> and judges it; false also where it is no JSON. Allocates nothing beyond
    /// pooled buffers.
    /// </summary>
    public bool IsValid(ReadOnlyMemory<byte> utf8)
    {
        using var instance = JsonInstance.Read(utf8, _settings.Limits, out _, out _);
        return instance is not null && IsValid(instance.Root);
    }

    /// <summary>
    /// Adds every violation, at most <see cref="SchemaSettings.MaxViolations"/>, in the order of the instance's text; none for a valid
    /// instance. For one that cannot be judged within bounds the last violation says so.
    /// </summary>
    public void Evaluate(JsonCursor instance, List<SchemaViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var explainer = new Explainer(instance.Instance, _settings.MaxViolations, wantsAnnotations: false);
        var evaluator = new Evaluator(instance.Instance);
        explainer.Explain(_root, null, ref evaluator, instance.Index, null);
        violations.AddRange(explainer.Violations);
        if (evaluator.Undecided != UndecidedReason.None)
        {
            violations.Add(Undecided(evaluator.Undecided));
        }
    }

    /// <summary>
    /// The standard's basic output format (JSON Schema core 12.4.2): a flat list of errors, or of annotations where the instance is valid.
    /// </summary>
    public BasicOutput EvaluateBasic(JsonCursor instance)
    {
        var explainer = new Explainer(instance.Instance, _settings.MaxViolations, wantsAnnotations: true);
        var evaluator = new Evaluator(instance.Instance);
        var valid = explainer.Explain(_root, null, ref evaluator, instance.Index, null);
        return BasicOutput.From(explainer, valid, evaluator.Undecided == UndecidedReason.None ? null : Undecided(evaluator.Undecided));
    }

    private SchemaViolation Undecided(UndecidedReason reason) => new(
        "",
        "",
        Location,
        "",
        null,
        "an instance that can be judged within bounds",
        reason switch
        {
            UndecidedReason.Steps => "one for which the schema asks for too many steps",
            UndecidedReason.Stack => "one for which the stack is too small",
            _ => $"a string for which a pattern took longer than {_settings.PatternTimeout.TotalMilliseconds} ms",
        },
        []);
}
