using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>What the verdict requires of one instance location: it is satisfied or not. Immutable once compiled.</summary>
internal abstract class Assertion
{
    /// <summary>The kinds of instance that the assertion applies to; it is not evaluated for others.</summary>
    public abstract Kinds Applies { get; }

    /// <summary>Cheaper assertions are evaluated first; 0 is a comparison.</summary>
    public virtual int Cost => 10;

    /// <summary>
    /// Whether this assertion evaluates the schema's other assertions itself (<see cref="SchemaNode.TrackOthers"/>), since it needs to know
    /// what they evaluate.
    /// </summary>
    public virtual bool EvaluatesOthers => false;

    /// <summary>Whether the instance satisfies the assertion; true where it requires nothing.</summary>
    public virtual bool IsValid(ref Evaluator evaluator, int index) => true;

    /// <summary>
    /// As <see cref="IsValid"/>, and sets the bit of each member or element (by its number within the instance) that is evaluated
    /// in the sense of the unevaluated vocabulary (JSON Schema core 11). Where the result is false the bits mean nothing.
    /// </summary>
    public virtual bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) => IsValid(ref evaluator, index);
}
