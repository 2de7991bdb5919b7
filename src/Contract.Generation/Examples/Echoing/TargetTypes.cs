using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>Which types a schema allows at a place of its instance.</summary>
internal sealed class TargetTypes(SchemaReader reader)
{
    private const int MostNested = 12;

    /// <summary>What all the schemas allow together; anything where they say nothing.</summary>
    public ValueTypes Of(IReadOnlyList<DocumentNode> schemas) =>
        schemas.Aggregate(ValueTypes.Any, (types, schema) => types & Of(schema, MostNested));

    /// <summary>The schemas of a member or element, through references, <c>allOf</c> and branches.</summary>
    public IReadOnlyList<DocumentNode> Children(IReadOnlyList<DocumentNode> schemas, string token)
    {
        var sure = new List<DocumentNode>();
        var possible = new List<DocumentNode>();
        foreach (var part in schemas.SelectMany(reader.Conjuncts))
        {
            sure.AddRange(OwnChildren(part, token));
            foreach (var branch in Branches(part).SelectMany(reader.Conjuncts))
            {
                possible.AddRange(OwnChildren(branch, token));
            }
        }

        // Branches exclude each other: only what holds whichever is taken restricts the types.
        return sure.Count > 0 ? sure : possible.Count == 1 ? possible : [];
    }

    private ValueTypes Of(DocumentNode schema, int depth)
    {
        var types = ValueTypes.Any;
        foreach (var part in reader.Conjuncts(schema))
        {
            types &= reader.Types(part) ?? ValueTypes.Any;
            types &= OfValues(part);
            var branches = Branches(part).ToList();
            if (branches.Count > 0 && depth > 0)
            {
                types &= branches.Aggregate(ValueTypes.None, (all, branch) => all | Of(branch, depth - 1));
            }
        }

        return types;
    }

    private ValueTypes OfValues(DocumentNode schema)
    {
        var values = (reader.Keyword(schema, "const") is { } constant ? [constant] : reader.Keyword(schema, "enum")?.Elements() ?? [])
            .ToList();
        return values.Count == 0 ? ValueTypes.Any : values.Aggregate(ValueTypes.None, (types, value) => types | TypeNames.OfKind(value.Value.ValueKind));
    }

    private IEnumerable<DocumentNode> Branches(DocumentNode schema) =>
        (reader.Keyword(schema, "oneOf")?.Elements() ?? []).Concat(reader.Keyword(schema, "anyOf")?.Elements() ?? []);

    private IEnumerable<DocumentNode> OwnChildren(DocumentNode schema, string token)
    {
        if (reader.Keyword(schema, "properties")?.Member(token) is { } property)
        {
            yield return property;
        }
        else if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            var prefix = reader.Keyword(schema, "prefixItems")?.Elements().Skip(index).Cast<DocumentNode?>().FirstOrDefault();
            if ((prefix ?? reader.Keyword(schema, "items")) is { } element)
            {
                yield return element;
            }
        }
        else if (reader.Keyword(schema, "additionalProperties") is { Value.ValueKind: JsonValueKind.Object } additional)
        {
            yield return additional;
        }
    }
}
