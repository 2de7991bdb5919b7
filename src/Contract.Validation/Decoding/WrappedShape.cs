using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Another shape, which subclasses change in part.</summary>
internal abstract class WrappedShape(ValueShape shape) : ValueShape
{
    public override ValueTypes Types => Inner.Types;

    public override ValueTypes Candidates => Inner.Candidates;

    public override IReadOnlyList<ListedValue> Listed => Inner.Listed;

    public override bool AllowsAnyText => Inner.AllowsAnyText;

    public override bool IsOpen => Inner.IsOpen;

    public override bool IsBinary => Inner.IsBinary;

    public override bool IsSecret => Inner.IsSecret;

    public override IReadOnlyList<string> PropertyNames => Inner.PropertyNames;

    public override bool HasPatterns => Inner.HasPatterns;

    public override ValueShape Others => Inner.Others;

    public override int PrefixLength => Inner.PrefixLength;

    public override ValueShape Rest => Inner.Rest;

    protected ValueShape Inner { get; } = shape;

    public override ValueShape Property(string name) => Inner.Property(name);

    public override ValueShape Item(int index) => Inner.Item(index);
}
