namespace SocialContract.Contract.Schemas;

/// <summary>The direction of a message; <c>readOnly</c> and <c>writeOnly</c> depend on it.</summary>
public enum MessageDirection
{
    Request,
    Response,
}
