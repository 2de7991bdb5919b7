using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Linting;

/// <summary>Reports each <c>allOf</c> that no value can match, judged by types and enumerations.</summary>
internal static class AllOfCheck
{
    public static void Run(LintContext context)
    {
        var view = context.Api.View;
        foreach (var place in context.Schemas.All)
        {
            if (view.Keyword(place.Node, KeywordNames.AllOf) is not { Value.ValueKind: JsonValueKind.Array } list)
            {
                continue;
            }

            var parts = view.AllConjuncts(place.Node);

            // A type that does not exist is reported by another check.
            List<ValueTypes> types = [.. parts.Select(view.Types).OfType<ValueTypes>().Where(allowed => allowed != ValueTypes.None)];
            if (types.Aggregate(ValueTypes.Any, (common, allowed) => common & allowed) == ValueTypes.None)
            {
                context.Warn(
                    LintCodes.AllOfContradiction,
                    list,
                    "no value matches this allOf: its parts require different types "
                        + $"({string.Join(", ", types.Select(Listed).Distinct())})");
            }
            else if (HaveNoCommonValue(parts.Select(view.ListedValues)))
            {
                context.Warn(LintCodes.AllOfContradiction, list, "no value matches this allOf: its parts have no common value");
            }
        }
    }

    private static string Listed(ValueTypes types) => string.Join("|", TypeNames.Of(types));

    /// <param name="lists">The values that each part allows; empty for a part that allows any.</param>
    private static bool HaveNoCommonValue(IEnumerable<IReadOnlyList<DocumentNode>> lists)
    {
        HashSet<string>? common = null;
        foreach (var list in lists.Where(list => list.Count > 0))
        {
            var texts = list.Select(Text);
            if (common is null)
            {
                common = texts.ToHashSet(StringComparer.Ordinal);
            }
            else
            {
                common.IntersectWith(texts);
            }
        }

        return common is { Count: 0 };
    }

    /// <summary>Text that is the same for equal scalars: independent of escapes; 1 and 1.0 are equal.</summary>
    private static string Text(DocumentNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.String => $"\"{node.Value.GetString()}",
        JsonValueKind.Number when node.Value.TryGetDecimal(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(node.Value),
    };
}
