using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// A schema that applies only to some values (<c>then</c>, <c>else</c>, <c>dependentSchemas</c>). Its members, elements and secrets are
/// those of the value, but the value may have types and texts that it does not allow.
/// </summary>
internal sealed class ConditionalShape(ValueShape shape) : WrappedShape(shape)
{
    public override ValueTypes Types => ValueTypes.Any;

    public override IReadOnlyList<ListedValue> Listed => [];

    /// <summary>Schemas of objects and arrays say nothing of the text of other values.</summary>
    public override bool AllowsAnyText => Inner.AllowsAnyText || !Inner.Allows(ValueTypes.Scalar);
}
