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

        var value = credential.Split(' ', 2) is [var word, var rest] && Http.FieldSyntax.IsToken(word) ? rest.Trim() : credential;
        return ((string[])[credential, value, .. Base64Forms.Decoded(value)])
            .Where((part, index) => index == 0 || part.Length >= Shortest)
            .Distinct(StringComparer.Ordinal);
    }
}
