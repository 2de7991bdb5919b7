namespace SocialContract.Verification.Cases;

/// <summary>How a request presents its caller.</summary>
internal enum CredentialForm
{
    Right,
    Missing,
    Empty,

    /// <summary>The right token after another scheme's word.</summary>
    WrongScheme,

    /// <summary>A well-formed token that the server never gave.</summary>
    Unknown,

    /// <summary>The right token in a header that the document does not name.</summary>
    WrongHeader,
}
