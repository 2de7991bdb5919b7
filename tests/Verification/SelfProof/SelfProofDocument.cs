using System.Globalization;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>Holds docs/self-proof.md to what was measured.</summary>
internal static class SelfProofDocument
{
    /// <summary>The row of that name has that number, and each exception stands in the text.</summary>
    public static void Check(string row, int found, IReadOnlyList<string> exceptions)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "self-proof.md"));
        text.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"| {row} | {found} | {found} |"));
        foreach (var exception in exceptions)
        {
            text.ShouldContain($"`{exception.Split(':')[0]}`");
        }
    }
}
