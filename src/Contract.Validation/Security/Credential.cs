namespace SocialContract.Contract.Validation.Security;

/// <summary>What a request brings for one security scheme.</summary>
/// <param name="State">Whether it is enough.</param>
/// <param name="Found">Where it is not: what was there instead, without the credential itself.</param>
internal readonly record struct Credential(CredentialState State, string Found)
{
    public static Credential Met => new(CredentialState.Met, "");

    public static Credential Missing => new(CredentialState.Missing, "nothing");

    public static Credential Unknown => new(CredentialState.Refused, "a token that is not among the accepted ones");

    public static Credential Malformed(string found) => new(CredentialState.Refused, found);
}
