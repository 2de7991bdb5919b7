using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>Reports each <c>allOf</c> that no value can match, as far as types and enumerations tell.</summary>
internal static class AllOfCheck
{
    private const int MaxDepth = 32;

    public static void Run(LintContext context)
    {
        foreach (var place in context.Schemas.All)
        {
            if (place.Node.Member("allOf") is not { Value.ValueKind: JsonValueKind.Array } list)
            {
                continue;
            }

            var parts = new List<DocumentNode>();
            Gather(context.Api.Documents, place.Node, parts, 0);
            if (Intersect(parts.Select(Types)) is { Count: 0 })
            {
                context.Warn(
                    LintCodes.AllOfContradiction,
                    list,
                    $"no value matches this allOf: its parts require different types ({Listed(parts.Select(Types))})");
            }
            else if (Intersect(parts.Select(Values)) is { Count: 0 })
            {
                context.Warn(LintCodes.AllOfContradiction, list, "no value matches this allOf: its parts have no common value");
            }
        }
    }

    private static string Listed(IEnumerable<HashSet<string>?> sets) =>
        string.Join(", ", sets.OfType<HashSet<string>>().Select(types => string.Join("|", types)).Distinct());

    private static void Gather(DocumentSet documents, DocumentNode schema, List<DocumentNode> parts, int depth)
    {
        if (depth > MaxDepth || documents.Follow(schema) is not { } target || parts.Contains(target))
        {
            return;
        }

        parts.Add(target);
        foreach (var branch in target.Member("allOf")?.Elements() ?? [])
        {
            Gather(documents, branch, parts, depth + 1);
        }
    }

    /// <summary>The types that a schema allows; an integer is a number. Null: any.</summary>
    private static HashSet<string>? Types(DocumentNode schema)
    {
        if (schema.Member("type") is not { } type)
        {
            return null;
        }

        var listed = type.Value.ValueKind == JsonValueKind.Array ? type.Elements() : [type];
        var names = listed.Select(name => name.Value.ToString()).ToHashSet(StringComparer.Ordinal);
        if (schema.Flag("nullable"))
        {
            names.Add("null");
        }

        if (names.Contains("number"))
        {
            names.Add("integer");
        }

        return names;
    }

    /// <summary>The values that a schema allows, as JSON; null: any.</summary>
    private static HashSet<string>? Values(DocumentNode schema) =>
        schema.Member("const") is { } only ? [Text(only)]
        : schema.Member("enum") is { Value.ValueKind: JsonValueKind.Array } list ? [.. list.Elements().Select(Text)]
        : null;

    /// <summary>Text that is the same for equal scalars: independent of escapes; 1 and 1.0 are equal.</summary>
    private static string Text(DocumentNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.String => $"\"{node.Value.GetString()}",
        JsonValueKind.Number when node.Value.TryGetDecimal(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(node.Value),
    };

    private static HashSet<string>? Intersect(IEnumerable<HashSet<string>?> sets)
    {
        HashSet<string>? common = null;
        foreach (var set in sets.OfType<HashSet<string>>())
        {
            if (common is null)
            {
                common = [.. set];
            }
            else
            {
                common.IntersectWith(set);
            }
        }

        return common;
    }
}
