namespace SocialContract.Contract.Schemas;

/// <summary>Which way a message goes: <c>readOnly</c> and <c>writeOnly</c> properties differ.</summary>
public enum MessageDirection
{
    Request,
    Response,
}
