using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks that values are of the expected kind.</summary>
internal static class KindConstraints
{
    /// <summary>Whether the value is of that kind; reports it if not.</summary>
    public static bool Expect(GrammarWalk walk, JsonElement value, JsonValueKind kind, string expected, bool isHarmless)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        Mismatch(walk, value, expected, isHarmless);
        return false;
    }

    public static void Text(GrammarWalk walk, Shape.Text text, JsonElement value, bool isHarmless)
    {
        if (Expect(walk, value, JsonValueKind.String, "text", isHarmless)
            && text.Allowed.Length > 0
            && !text.Allowed.Contains(value.GetString(), StringComparer.Ordinal))
        {
            walk.Report(
                DiagnosticCodes.Value,
                Severity(isHarmless),
                walk.Here(value),
                $"{walk.Name} must be one of {string.Join(", ", text.Allowed)}; found {ValueWords.Describe(value)}",
                NearestName.Find(value.GetString()!, text.Allowed));
        }
    }

    public static void Mismatch(GrammarWalk walk, JsonElement value, string expected, bool isHarmless)
    {
        var name = walk.Name is { } known ? ValueWords.Shorten(known) : "this";
        walk.Report(
            DiagnosticCodes.Kind,
            Severity(isHarmless),
            walk.Here(value),
            $"{name} must be {ValueWords.WithArticle(expected)}; found {ValueWords.Describe(value)}");
    }

    private static DiagnosticSeverity Severity(bool isHarmless) => isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
}
