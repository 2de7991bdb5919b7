using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>A question that the verdict asks of one instance location. Immutable once compiled.</summary>
internal abstract class Check
{
    /// <summary>The kinds of instance that the check applies to; it is not asked about others.</summary>
    public abstract Kinds Applies { get; }

    /// <summary>Cheaper checks are asked first; 0 is a comparison.</summary>
    public virtual int Cost => 10;

    /// <summary>
    /// Whether this check asks the schema's other checks itself (<see cref="SchemaNode.TrackOthers"/>), since it needs to know what they
    /// evaluate.
    /// </summary>
    public virtual bool AsksOthers => false;

    /// <summary>Whether the instance satisfies the check; true where the check asserts nothing.</summary>
    public virtual bool IsValid(ref Evaluator evaluator, int index) => true;

    /// <summary>
    /// As <see cref="IsValid"/>, and sets the bit of each member or element (by its number within the instance) that is evaluated
    /// in the sense of the unevaluated vocabulary (JSON Schema core 11). Where the result is false the bits mean nothing.
    /// </summary>
    public virtual bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) => IsValid(ref evaluator, index);
}
