namespace SocialContract.Contract.Validation.Security;

/// <summary>A request's credential for a security scheme.</summary>
/// <param name="State">Whether the scheme is met.</param>
/// <param name="Found">What was found if the scheme is not met; never the credential.</param>
internal readonly record struct Credential(CredentialState State, string Found)
{
    public static Credential Met => new(CredentialState.Met, "");

    public static Credential Missing => new(CredentialState.Missing, "nothing");

    public static Credential Unknown => new(CredentialState.Refused, "a token that is not among the accepted ones");

    public static Credential Malformed(string found) => new(CredentialState.Refused, found);
}

internal enum CredentialState
{
    Met,

    /// <summary>A credential was sent, but it is malformed or not accepted.</summary>
    Refused,
    Missing,
}
