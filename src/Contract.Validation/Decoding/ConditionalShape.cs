using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// A schema that applies only to some values (<c>then</c>, <c>else</c>, <c>dependentSchemas</c>). Its members, elements and secrets are
/// those of the value, but the value may have types and texts that it does not allow.
/// </summary>
internal sealed class ConditionalShape(ValueShape shape) : ValueShape
{
    public override ValueTypes Types => ValueTypes.Any;

    public override ValueTypes Candidates => shape.Candidates;

    public override IReadOnlyList<ListedValue> Listed => [];

    /// <summary>Schemas of objects and arrays say nothing of the text of other values.</summary>
    public override bool AllowsAnyText => shape.AllowsAnyText || !shape.Allows(ValueTypes.Scalar);

    public override bool IsOpen => shape.IsOpen;

    public override bool IsBinary => shape.IsBinary;

    public override bool IsSecret => shape.IsSecret;

    public override IReadOnlyList<string> PropertyNames => shape.PropertyNames;

    public override bool HasPatterns => shape.HasPatterns;

    public override ValueShape Others => shape.Others;

    public override int PrefixLength => shape.PrefixLength;

    public override ValueShape Rest => shape.Rest;

    public override ValueShape Property(string name) => shape.Property(name);

    public override ValueShape Item(int index) => shape.Item(index);
}
