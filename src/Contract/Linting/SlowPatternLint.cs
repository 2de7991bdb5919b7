using System.Text.Json;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports patterns that can take exponential time: a repetition within a repetition, in an expression that needs backtracking.
/// </summary>
internal static class SlowPatternLint
{
    public static void Run(LintContext context)
    {
        foreach (var place in context.Schemas.All)
        {
            if (context.Api.View.Keyword(place.Node, KeywordNames.Pattern) is { Value.ValueKind: JsonValueKind.String } pattern
                && EcmaPattern.TryParse(pattern.Value.GetString()!, out var parsed, out _)
                && Backtracks(parsed.Root)
                && HasNestedRepetition(parsed.Root, isInside: false))
            {
                context.Warn(
                    LintCodes.SlowPattern,
                    pattern,
                    "the pattern repeats a repetition and needs backtracking: for some texts it takes so long that matching stops, "
                        + "and those texts are refused");
            }
        }
    }

    /// <summary>Whether matching needs backtracking: look-around, back-references, word boundaries.</summary>
    private static bool Backtracks(PatternNode node) => node switch
    {
        PatternNode.Backreference or PatternNode.LookAround => true,
        PatternNode.Assertion assertion => assertion.Kind is AssertionKind.WordBoundary or AssertionKind.NotWordBoundary,
        _ => Children(node).Any(Backtracks),
    };

    private static bool HasNestedRepetition(PatternNode node, bool isInside)
    {
        var repeats = node is PatternNode.Repetition { Max: null };
        return (repeats && isInside) || Children(node).Any(child => HasNestedRepetition(child, isInside || repeats));
    }

    private static IEnumerable<PatternNode> Children(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Items,
        PatternNode.Alternation alternation => alternation.Branches,
        PatternNode.Repetition repetition => [repetition.Body],
        PatternNode.Capture capture => [capture.Body],
        PatternNode.LookAround lookAround => [lookAround.Body],
        _ => [],
    };
}
