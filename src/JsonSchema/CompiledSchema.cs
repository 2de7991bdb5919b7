using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema;

/// <summary>A schema, ready to judge any number of instances from any number of threads.</summary>
public sealed class CompiledSchema
{
    private readonly SchemaSettings _settings;

    internal CompiledSchema(SchemaNode root, SchemaSettings settings) => (Root, _settings) = (root, settings);

    /// <summary>The schema's place in the registered document.</summary>
    public SchemaLocation Location => Root.Location;

    internal SchemaNode Root { get; }

    /// <summary>
    /// The verdict alone. Allocates nothing. An instance that cannot be judged within bounds of time and stack is not valid.
    /// </summary>
    public bool IsValid(JsonCursor instance)
    {
        var evaluator = new Evaluator(instance.Instance);
        return Root.IsValid(ref evaluator, instance.Index) && evaluator.Undecided == UndecidedReason.None;
    }

    /// <summary>
    /// Reads the text within <see cref="SchemaSettings.Limits"/> and judges it; false also where the text is not JSON. Allocates nothing
    /// beyond pooled buffers.
    /// </summary>
    public bool IsValid(ReadOnlyMemory<byte> utf8)
    {
        using var instance = JsonInstance.Read(utf8, _settings.Limits, out _, out _);
        return instance is not null && IsValid(instance.Root);
    }

    /// <summary>
    /// Adds every violation, at most <see cref="SchemaSettings.MaxViolations"/>, in the order of the instance's text; a valid instance has
    /// none. If the instance cannot be judged within bounds, the last violation says so.
    /// </summary>
    public void Evaluate(JsonCursor instance, List<SchemaViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var explainer = new Explainer(instance.Instance, _settings.MaxViolations, wantsAnnotations: false);
        var evaluator = new Evaluator(instance.Instance);
        explainer.Explain(Root, null, ref evaluator, instance.Index, null);
        violations.AddRange(explainer.Violations);
        if (evaluator.Undecided != UndecidedReason.None)
        {
            violations.Add(Undecided(evaluator.Undecided));
        }
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
            UndecidedReason.Steps => "an instance for which the schema needs too many steps",
            UndecidedReason.Stack => "an instance for which the stack is too small",
            _ => $"a string for which a pattern took longer than {_settings.PatternTimeout.TotalMilliseconds} ms",
        },
        []);
}
