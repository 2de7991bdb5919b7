namespace SocialContract.Contract.Validation.Security;

internal enum CredentialState
{
    Met,

    /// <summary>Something was sent, but it is malformed or not accepted.</summary>
    Refused,
    Missing,
}
