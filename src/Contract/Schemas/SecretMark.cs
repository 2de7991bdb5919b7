using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>How a document marks a secret, for everything that hides, checks or reports secrets.</summary>
internal static class SecretMark
{
    /// <summary>Whether a schema, parameter or header is marked: <c>x-secret</c>, or OpenAPI's <c>format: password</c>.</summary>
    public static bool IsSecret(this DocumentNode node) => node.Flag("x-secret") || node.Text(KeywordNames.Format) == "password";
}
