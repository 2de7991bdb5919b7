using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>How a document marks a secret, for everything that hides, checks or reports secrets.</summary>
internal static class SecretMark
{
    private const string Extension = "x-secret";
    private const string Password = "password";

    private static readonly byte[] QuotedExtension = Encoding.UTF8.GetBytes($"\"{Extension}\"");
    private static readonly byte[] QuotedPassword = Encoding.UTF8.GetBytes($"\"{Password}\"");
    private static readonly byte[] QuotedFormat = Encoding.UTF8.GetBytes($"\"{KeywordNames.Format}\"");

    /// <summary>Whether a schema, parameter or header is marked: <c>x-secret</c>, or OpenAPI's <c>format: password</c>.</summary>
    public static bool IsSecret(this DocumentNode node) => node.Flag(Extension) || node.Text(KeywordNames.Format) == Password;

    /// <summary>Whether a JSON text may have a mark; escapes of letters and hyphens could spell one.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf(QuotedExtension) >= 0
            || json.IndexOf("\\u006"u8) >= 0 || json.IndexOf("\\u007"u8) >= 0
            || json.IndexOf("\\u002d"u8) >= 0 || json.IndexOf("\\u002D"u8) >= 0)
        {
            return true;
        }

        while (json.IndexOf(QuotedPassword) is >= 0 and var at)
        {
            var before = json[..at].TrimEnd(" \t\r\n"u8);
            if (before is [.., (byte)':'] && before[..^1].TrimEnd(" \t\r\n"u8).EndsWith(QuotedFormat))
            {
                return true;
            }

            json = json[(at + 1)..];
        }

        return false;
    }
}
