namespace SocialContract.JsonSchema.Evaluation;

/// <summary>What the verdict asks of one instance location. Immutable once compiled.</summary>
internal abstract class Check
{
    /// <summary>The kinds of instance that it has something to say about; it is not asked about others.</summary>
    public abstract Kinds Applies { get; }

    /// <summary>Cheaper ones are asked first; 0 is a comparison.</summary>
    public virtual int Cost => 10;

    /// <summary>
    /// Whether it asks the schema's other checks itself (<see cref="SchemaNode.TrackOthers"/>), since it has to know what they evaluate.
    /// </summary>
    public virtual bool AsksOthers => false;

    /// <summary>Whether it is satisfied; true for what asserts nothing.</summary>
    public virtual bool IsValid(ref Evaluator evaluator, int index) => true;

    /// <summary>
    /// As <see cref="IsValid"/>, and sets the bit of each member or element (by its number within the instance) that is evaluated
    /// in the sense of the unevaluated vocabulary (JSON Schema core 11). Bits set before a false answer mean nothing.
    /// </summary>
    public virtual bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) => IsValid(ref evaluator, index);
}
