using System.Diagnostics.CodeAnalysis;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Reads the regular expressions of schemas.</summary>
internal static class SchemaPattern
{
    public static bool TryCreate(KeywordContext context, string source, [NotNullWhen(true)] out EcmaPattern? pattern)
    {
        if (EcmaPattern.TryParse(source, context.Settings.PatternTimeout, out pattern, out var fault))
        {
            return true;
        }

        context.Fault($"Expected a regular expression of ECMA-262, found '{source}': {fault}");
        return false;
    }
}
