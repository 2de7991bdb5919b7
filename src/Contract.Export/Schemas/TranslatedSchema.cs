using System.Text.Json.Nodes;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>A schema that is being written.</summary>
internal sealed class TranslatedSchema
{
    private readonly JsonObject _keywords = [];
    private readonly List<JsonNode> _conjuncts = [];
    private readonly List<string> _references = [];

    public void Add(string keyword, JsonNode? value) => _keywords[keyword] = value;

    /// <summary>A schema that values must satisfy, too.</summary>
    public void AddConjunct(JsonNode schema) => _conjuncts.Add(schema);

    /// <param name="name">The name in <c>$defs</c>.</param>
    public void Reference(string name) => _references.Add(name);

    /// <summary>
    /// A reference beside other keywords is written in <c>allOf</c>: validators of drafts before 2019-09 ignore what is beside it.
    /// </summary>
    public JsonNode ToJson()
    {
        if (_keywords.Count == 0 && _conjuncts.Count == 0)
        {
            return _references switch
            {
                [] => _keywords,
                [var only] => ReferenceTo(only),
                _ => new JsonObject { [KeywordNames.AllOf] = new JsonArray([.. _references.Select(ReferenceTo)]) },
            };
        }

        List<JsonNode?> added = [.. _references.Select(ReferenceTo), .. _conjuncts];
        if (added.Count > 0)
        {
            var all = _keywords[KeywordNames.AllOf] as JsonArray ?? [];
            added.ForEach(all.Add);
            _keywords[KeywordNames.AllOf] = all;
        }

        return _keywords;
    }

    private static JsonNode ReferenceTo(string name) => new JsonObject { [KeywordNames.Ref] = $"#/{KeywordNames.Defs}/{name}" };
}
