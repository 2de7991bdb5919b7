namespace SocialContract.Contract.Validation.Decoding;

/// <summary>A shape whose value is marked as a secret outside its schema, e.g. by its parameter.</summary>
internal sealed class SecretShape(ValueShape shape) : WrappedShape(shape)
{
    public override bool IsSecret => true;
}
