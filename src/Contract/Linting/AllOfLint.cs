using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports each <c>allOf</c> that no value can match, judged by types and enumerations, except where one of its parts cannot match by
/// itself: that part is reported.
/// </summary>
internal static class AllOfLint
{
    public static void Run(LintContext context)
    {
        var view = context.Api.View;
        var common = new CommonValues(view);
        foreach (var place in context.Schemas.All)
        {
            if (view.Keyword(place.Node, KeywordNames.AllOf) is not { Value.ValueKind: JsonValueKind.Array } list)
            {
                continue;
            }

            var (types, values) = common.Of(place.Node);
            var parts = view.Conjuncts(place.Node).Select(common.Of).ToList();
            if (types == ValueTypes.None && parts.TrueForAll(part => part.Types != ValueTypes.None))
            {
                context.Warn(
                    LintCodes.AllOfContradiction,
                    list,
                    $"no value matches this allOf: its parts require different types ({TypesIn(view, place.Node)})");
            }
            else if (values is { Count: 0 } && parts.TrueForAll(part => part.Values is not { Count: 0 }))
            {
                context.Warn(LintCodes.AllOfContradiction, list, "no value matches this allOf: its parts have no common value");
            }
        }
    }

    private static string TypesIn(SchemaView view, DocumentNode schema)
    {
        var types = view.AllConjuncts(schema).Select(view.Types).OfType<ValueTypes>().Where(types => types != ValueTypes.None);
        return string.Join(", ", types.Select(Listed).Distinct());
    }

    private static string Listed(ValueTypes types) => string.Join("|", TypeNames.Of(types));
}
