using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>The secrets in a credential as it was given: <c>Basic dXNlcjpwYXNz</c> also holds <c>user:pass</c> and <c>pass</c>.</summary>
internal static class CredentialParts
{
    /// <summary>Shorter parts are ordinary words. Characters.</summary>
    private const int Shortest = 3;

    public static IEnumerable<string> Of(string credential)
    {
        if (credential.Length == 0)
        {
            return [];
        }

        var value = AuthorizationValue.Read(credential).Credentials is { IsEmpty: false } rest ? rest.ToString() : credential;
        return ((string[])[credential, value, .. Base64Forms.Decoded(value)])
            .Where((part, index) => index == 0 || part.Length >= Shortest)
            .Distinct(StringComparer.Ordinal);
    }
}
