namespace SocialContract.Contract.Validation.Decoding;

/// <summary>How the text of a value is divided.</summary>
internal enum Container
{
    Primitive,
    Array,
    Object,
}
