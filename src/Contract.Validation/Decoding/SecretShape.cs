using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>A shape whose value is marked as a secret outside its schema, e.g. by its parameter.</summary>
internal sealed class SecretShape(ValueShape shape) : ValueShape
{
    public override ValueTypes Types => shape.Types;

    public override ValueTypes Candidates => shape.Candidates;

    public override IReadOnlyList<ListedValue> Listed => shape.Listed;

    public override bool AllowsAnyText => shape.AllowsAnyText;

    public override bool IsOpen => shape.IsOpen;

    public override bool IsBinary => shape.IsBinary;

    public override bool IsSecret => true;

    public override IReadOnlyList<string> PropertyNames => shape.PropertyNames;

    public override bool HasPatterns => shape.HasPatterns;

    public override ValueShape Others => shape.Others;

    public override int PrefixLength => shape.PrefixLength;

    public override ValueShape Rest => shape.Rest;

    public override ValueShape Property(string name) => shape.Property(name);

    public override ValueShape Item(int index) => shape.Item(index);
}
