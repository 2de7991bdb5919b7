using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>The types that schemas allow at a place of an instance.</summary>
internal sealed class TargetTypes(SchemaReader reader)
{
    private const int MaxNesting = 12;

    /// <summary>The types that all the schemas allow; any type without restrictions.</summary>
    public ValueTypes Of(IReadOnlyList<DocumentNode> schemas) =>
        schemas.Aggregate(ValueTypes.Any, (types, schema) => types & Of(schema, MaxNesting));

    /// <summary>The schemas of a member or element, including those behind references, <c>allOf</c> and branches.</summary>
    public IReadOnlyList<DocumentNode> Children(IReadOnlyList<DocumentNode> schemas, string token)
    {
        var unconditional = new List<DocumentNode>();
        var conditional = new List<DocumentNode>();
        foreach (var part in schemas.SelectMany(reader.Conjuncts))
        {
            unconditional.AddRange(OwnChildren(part, token));
            foreach (var branch in reader.Branches(part).SelectMany(reader.Conjuncts))
            {
                conditional.AddRange(OwnChildren(branch, token));
            }
        }

        // Only one branch applies: the schemas in branches restrict the types only if there is exactly one.
        return unconditional.Count > 0 ? unconditional : conditional.Count == 1 ? conditional : [];
    }

    private ValueTypes Of(DocumentNode schema, int depth)
    {
        var types = ValueTypes.Any;
        foreach (var part in reader.Conjuncts(schema))
        {
            types &= reader.Types(part) ?? ValueTypes.Any;
            types &= OfValues(part);
            var branches = reader.Branches(part).ToList();
            if (branches.Count > 0 && depth > 0)
            {
                types &= branches.Aggregate(ValueTypes.None, (all, branch) => all | Of(branch, depth - 1));
            }
        }

        return types;
    }

    private ValueTypes OfValues(DocumentNode schema)
    {
        var values = reader.ListedValues(schema);
        return values.Count == 0
            ? ValueTypes.Any
            : values.Aggregate(ValueTypes.None, (types, value) => types | TypeNames.OfKind(value.ValueKind));
    }

    private IEnumerable<DocumentNode> OwnChildren(DocumentNode schema, string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && reader.Element(schema, index) is { } element
            ? [element]
            : reader.Member(schema, token).Where(member => member.Value.ValueKind == JsonValueKind.Object);
}
