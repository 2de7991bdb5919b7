using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// What a schema says about how text becomes a JSON value: the types it allows, the values it lists, and the shapes beneath. Everything
/// else of the schema is for the evaluator: a shape only chooses the reading that the schema could accept.
/// </summary>
internal abstract class ValueShape
{
    /// <summary>Says nothing: text stays text.</summary>
    public static ValueShape Unknown { get; } = new UnknownShape();

    public abstract ValueTypes Types { get; }

    /// <summary>The primitive values of <c>enum</c> and <c>const</c>; empty where the schema lists none.</summary>
    public abstract IReadOnlyList<ListedValue> Listed { get; }

    /// <summary>
    /// Whether any text is welcome as a string: strings are allowed, not listed, and no keyword speaks of numbers in vain.
    /// </summary>
    public abstract bool AllowsAnyText { get; }

    /// <summary>Whether members that are not named may appear, so that unclaimed names can belong here.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Whether it describes a file: <c>format: binary</c>, or a <c>contentMediaType</c> that is not JSON.</summary>
    public abstract bool IsBinary { get; }

    /// <summary>Whether the value is a secret (<c>x-secret</c>).</summary>
    public abstract bool IsSecret { get; }

    /// <summary>The names under <c>properties</c>, in document order.</summary>
    public abstract IReadOnlyList<string> PropertyNames { get; }

    /// <summary>The shape of members that are not named; <see cref="Unknown"/> where the schema says nothing of them.</summary>
    public abstract ValueShape Others { get; }

    /// <summary>How many elements have a shape of their own.</summary>
    public abstract int PrefixLength { get; }

    /// <summary>The shape of the elements after those; <see cref="Unknown"/> where the schema says nothing of them.</summary>
    public abstract ValueShape Rest { get; }

    /// <summary>A member's shape: its own, else that of the <see cref="Others"/>.</summary>
    public abstract ValueShape Property(string name);

    /// <summary>An element's shape: its own, else that of the <see cref="Rest"/>.</summary>
    public abstract ValueShape Item(int index);

    public bool Allows(ValueTypes types) => (Types & types) != 0;

    private sealed class UnknownShape : ValueShape
    {
        public override ValueTypes Types => ValueTypes.Any;

        public override IReadOnlyList<ListedValue> Listed => [];

        public override bool AllowsAnyText => true;

        public override bool IsOpen => true;

        public override bool IsBinary => false;

        public override bool IsSecret => false;

        public override IReadOnlyList<string> PropertyNames => [];

        public override ValueShape Others => this;

        public override int PrefixLength => 0;

        public override ValueShape Rest => this;

        public override ValueShape Property(string name) => this;

        public override ValueShape Item(int index) => this;
    }
}
