using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>What of a schema decides whether a value breaks one rule: the rule's keyword, and the way to it.</summary>
internal sealed class RuleProjection
{
    private readonly Rule _rule;
    private readonly HashSet<PlaceId> _relevant;

    /// <param name="graph">The schema and all that it applies or refers to.</param>
    /// <param name="rule">A rule of a keyword in it.</param>
    public RuleProjection(SchemaGraph graph, Rule rule)
    {
        _rule = rule;
        _relevant = graph.LeadingTo(rule.Node.Place);
    }

    /// <summary>The property that the rule requires; null for rules of other keywords.</summary>
    public string? Property => _rule.Property;

    /// <summary>Whether the keyword applies to what the keywords beside it leave.</summary>
    public bool DependsOnSiblings => _rule.Keyword is KeywordNames.UnevaluatedProperties or KeywordNames.UnevaluatedItems;

    /// <summary>Whether the schema is the one that has the keyword.</summary>
    public bool Owns(DocumentNode schema) => _rule.Node.Place.Parent == schema.Place;

    /// <summary>Whether the rule belongs to that value of a keyword, or to that schema <c>false</c>.</summary>
    public bool Keeps(DocumentNode value) =>
        value.File == _rule.Node.File
        && (value.Pointer == _rule.Node.Pointer
            || (Property is not null && _rule.Node.Pointer.StartsWith($"{value.Pointer}/", StringComparison.Ordinal)));

    /// <summary>Whether the schema has the rule, or leads to a schema that has it.</summary>
    public bool IsRelevant(DocumentNode schema) => _relevant.Contains(schema.Place);

    /// <summary>The members that require <see cref="Property"/>, by <c>dependentRequired</c>.</summary>
    public JsonObject Dependencies(DocumentNode value) => new(
        value.Members()
            .Where(member => member.Node.Elements()
                .Any(name => name.Value.ValueKind == JsonValueKind.String && name.Value.ValueEquals(Property)))
            .Select(member => KeyValuePair.Create(member.Name, (JsonNode?)new JsonArray(JsonValue.Create(Property)))));
}
