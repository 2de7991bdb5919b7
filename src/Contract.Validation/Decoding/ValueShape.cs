using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// How text becomes a JSON value by its schema: the allowed types, the listed values, and the shapes of members and elements. A shape only
/// selects a reading that the schema could accept; the evaluator checks the value.
/// </summary>
internal abstract class ValueShape
{
    /// <summary>No schema: text stays text.</summary>
    public static ValueShape Unknown { get; } = new UnknownShape();

    public abstract ValueTypes Types { get; }

    /// <summary>
    /// The types that the schema names for the value anywhere, conditions and branches included: text may be read as each of them. None
    /// where only keywords restrict it, which other types satisfy.
    /// </summary>
    public abstract ValueTypes Candidates { get; }

    /// <summary>The primitive values of <c>enum</c> and <c>const</c>; empty if the schema has neither.</summary>
    public abstract IReadOnlyList<ListedValue> Listed { get; }

    /// <summary>
    /// Whether any text is accepted as a string: the schema allows strings, lists no values, and has no keywords for numbers instead of a
    /// <c>type</c>.
    /// </summary>
    public abstract bool AllowsAnyText { get; }

    /// <summary>Whether the schema describes additional members, to which unknown names of a form can belong.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Whether the value is a file: <c>format: binary</c>, or a <c>contentMediaType</c> that is not JSON.</summary>
    public abstract bool IsBinary { get; }

    /// <summary>Whether the value is a secret (<see cref="Schemas.SecretMark"/>).</summary>
    public abstract bool IsSecret { get; }

    /// <summary>The names under <c>properties</c>, in document order.</summary>
    public abstract IReadOnlyList<string> PropertyNames { get; }

    /// <summary>Whether other names can have shapes of their own (<c>patternProperties</c>).</summary>
    public abstract bool HasPatterns { get; }

    /// <summary>The shape of additional members; <see cref="Unknown"/> if the schema does not describe them.</summary>
    public abstract ValueShape Others { get; }

    /// <summary>The number of first elements with their own shapes.</summary>
    public abstract int PrefixLength { get; }

    /// <summary>The shape of the other elements; <see cref="Unknown"/> if the schema does not describe them.</summary>
    public abstract ValueShape Rest { get; }

    /// <summary>A member's own shape, else <see cref="Others"/>.</summary>
    public abstract ValueShape Property(string name);

    /// <summary>An element's own shape, else <see cref="Rest"/>.</summary>
    public abstract ValueShape Item(int index);

    /// <summary>How text is divided.</summary>
    /// <param name="several">Whether there are several values.</param>
    public Container Divide(bool several)
    {
        const ValueTypes Texts = ValueTypes.Scalar & ~ValueTypes.Null;
        if (Types == ValueTypes.Any || !Allows(ValueTypes.Array | ValueTypes.Object) || (Allows(Texts) && !several))
        {
            return Container.Primitive;
        }

        return Allows(ValueTypes.Array) ? Container.Array : Container.Object;
    }

    /// <summary>Whether an element may be any text, also one with a delimiter in it.</summary>
    public bool HasTextElements()
    {
        for (var index = 0; index < PrefixLength; index++)
        {
            if (Item(index).AllowsAnyText)
            {
                return true;
            }
        }

        return Rest.AllowsAnyText && (PrefixLength == 0 || Rest != ValueShape.Unknown);
    }

    public bool Allows(ValueTypes types) => (Types & types) != 0;

    private sealed class UnknownShape : ValueShape
    {
        public override ValueTypes Types => ValueTypes.Any;

        public override ValueTypes Candidates => ValueTypes.None;

        public override IReadOnlyList<ListedValue> Listed => [];

        public override bool AllowsAnyText => true;

        public override bool IsOpen => true;

        public override bool IsBinary => false;

        public override bool IsSecret => false;

        public override IReadOnlyList<string> PropertyNames => [];

        public override bool HasPatterns => false;

        public override ValueShape Others => this;

        public override int PrefixLength => 0;

        public override ValueShape Rest => this;

        public override ValueShape Property(string name) => this;

        public override ValueShape Item(int index) => this;
    }
}

/// <summary>How the text of a value is divided.</summary>
internal enum Container
{
    Primitive,
    Array,
    Object,
}
