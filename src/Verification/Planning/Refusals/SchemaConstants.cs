using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>The values that <c>const</c> and <c>enum</c> list for properties in a compound keyword: they satisfy a condition or a
/// branch.</summary>
internal static class SchemaConstants
{
    /// <summary>The listed values in the schemas of a rule's keyword, by property name; references are not followed.</summary>
    public static IReadOnlyDictionary<string, List<JsonNode?>> In(Rule rule, SchemaView view)
    {
        var constants = new Dictionary<string, List<JsonNode?>>(StringComparer.Ordinal);
        if (rule.Keyword is { } name && KeywordCatalog.TryFind(name, out var keyword))
        {
            foreach (var child in SchemaView.In(keyword, rule.Node))
            {
                Add(child.Node);
            }
        }

        return constants;

        void Add(DocumentNode schema)
        {
            var children = view.All(schema).ToLookup(child => child.Keyword.Step == InstanceStep.Member);
            foreach (var property in children[true])
            {
                AddListed(property.Name, property.Node);
            }

            foreach (var child in children[false])
            {
                Add(child.Node);
            }
        }

        void AddListed(string property, DocumentNode schema)
        {
            List<JsonNode?> values = [.. view.ListedValues(schema).Select(value => JsonNode.Parse(value.Value.GetRawText()))];
            if (values.Count > 0)
            {
                constants[property] = [.. constants.GetValueOrDefault(property) ?? [], .. values];
            }
        }
    }
}
