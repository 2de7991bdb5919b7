using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports <c>oneOf</c> beside a discriminator where a value can match two alternatives: the discriminator chooses one for readers and
/// generators, but validates nothing (OpenAPI 3.1, section 4.8.25), so that <c>oneOf</c> refuses the value.
/// </summary>
internal static class OverlapLint
{
    /// <summary>Every pair of this many alternatives is compared.</summary>
    private const int MaxBranches = 40;

    public static void Run(LintContext context)
    {
        var view = context.Api.View;
        var common = new CommonValues(view);
        foreach (var schema in context.Schemas.All.Select(place => place.Node))
        {
            if (view.Keyword(schema, KeywordNames.Discriminator) is { } discriminator
                && Discriminator.PropertyOf(discriminator) is { } property
                && view.Keyword(schema, KeywordNames.OneOf) is { Value.ValueKind: JsonValueKind.Array } list
                && Overlap([.. list.Elements().Take(MaxBranches)], property, view, common) is var (first, second))
            {
                context.Warn(
                    LintCodes.OverlappingAlternatives,
                    list,
                    $"alternatives {first + 1} and {second + 1} can both match a value, which oneOf refuses whatever {property} is; "
                        + $"give {property} a const or an enum in each");
            }
        }
    }

    /// <summary>The first two alternatives that a value can match; null where each excludes the others.</summary>
    private static (int First, int Second)? Overlap(List<DocumentNode> branches, string property, SchemaView view, CommonValues common)
    {
        for (var first = 0; first < branches.Count; first++)
        {
            for (var second = first + 1; second < branches.Count; second++)
            {
                if (!AreDisjoint(branches[first], branches[second], property, view, common))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    private static bool AreDisjoint(DocumentNode left, DocumentNode right, string property, SchemaView view, CommonValues common)
    {
        var (ofLeft, ofRight) = (Values(left), Values(right));
        return (common.Of(left).Types & common.Of(right).Types) == ValueTypes.None
            || ofLeft.Exists(values => ofRight.Exists(others => !values.Overlaps(others)))
            || Excludes(left, right, view) || Excludes(right, left, view);

        List<IReadOnlySet<JsonElement>> Values(DocumentNode branch) =>
        [
            .. view.AllConjuncts(branch).SelectMany(part => view.Member(part, property))
                .Select(member => common.Of(member).Values).OfType<IReadOnlySet<JsonElement>>(),
        ];
    }

    /// <summary>Whether one alternative needs a member that the other does not allow.</summary>
    private static bool Excludes(DocumentNode needing, DocumentNode other, SchemaView view)
    {
        var parts = view.AllConjuncts(other);
        return view.AllConjuncts(needing).SelectMany(view.Names).Any(
            name => parts.Any(part => view.Member(part, name) is [{ Value.ValueKind: JsonValueKind.False }]));
    }
}
