using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Formats;

/// <summary>ECMA-262 section 22.2.1 with the <c>u</c> flag.</summary>
internal static class RegexFormat
{
    public static bool IsRegex(ReadOnlySpan<byte> text) => EcmaPattern.TryParse(Encoding.UTF8.GetString(text), out _, out _);
}
