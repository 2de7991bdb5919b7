using System.Collections.Frozen;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <content>The rules of the whole document.</content>
public sealed partial class RuleBook
{
    private readonly Lazy<FrozenDictionary<string, Rule>> _all;

    /// <summary>Every rule that a message of some operation can break, by id.</summary>
    public IReadOnlyDictionary<string, Rule> All => _all.Value;

    /// <summary>The rule of that id, or null.</summary>
    public Rule? ById(string id) => _all.Value.GetValueOrDefault(id);

    /// <summary>Distinct rules by how sure the document is of them; all three sources are there. Makes no rule, so it is quick for any
    /// document.</summary>
    public IReadOnlyDictionary<RuleSource, int> CountBySource()
    {
        var counts = Enum.GetValues<RuleSource>().ToDictionary(source => source, _ => 0);
        var demands = new HashSet<Rule>();
        Walk(rule =>
        {
            if (demands.Add(rule))
            {
                counts[rule.Source]++;
            }
        },
        (keyword, _) => counts[_sources.Of(keyword.File, keyword.Pointer[..Math.Max(keyword.Pointer.LastIndexOf('/'), 0)]).Source]++);
        return counts;
    }

    private FrozenDictionary<string, Rule> Collect()
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        Walk(rule => rules[rule.Id] = rule, (keyword, property) =>
        {
            var rule = Of(keyword, property);
            rules[rule.Id] = rule;
        });
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Walks every operation, each place of a schema once: a rule of OpenAPI's own may come several times, a keyword's
    /// once.</summary>
    private void Walk(Action<Rule> demand, Action<DocumentNode, string?> keyword)
    {
        var walked = new Dictionary<MessageDirection, Dictionary<(DocumentFile, string), int>> { [MessageDirection.Request] = [], [MessageDirection.Response] = [] };
        var seen = new HashSet<(DocumentFile, string, string?)>();
        foreach (var operation in _operations)
        {
            if (DemandsCredentials(operation))
            {
                demand(ForSecurity(operation));
            }

            foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsIgnored))
            {
                if (parameter.Required)
                {
                    demand(ForParameter(parameter));
                }

                Schema(parameter.Schema ?? parameter.Content?.Schema, MessageDirection.Request);
            }

            if (operation.RequestBody is { } body)
            {
                if (body.Required)
                {
                    demand(ForBody(body));
                }

                if (LimitsMediaTypes(body.Content))
                {
                    demand(ForContentType(body));
                }

                Content(body.Content, MessageDirection.Request);
            }

            if (LimitsStatuses(operation))
            {
                demand(ForStatus(operation));
            }

            foreach (var response in operation.Responses)
            {
                foreach (var header in response.Headers)
                {
                    if (header.Required)
                    {
                        demand(ForHeader(header));
                    }

                    Schema(header.Schema ?? header.Content?.Schema, MessageDirection.Response);
                }

                if (LimitsMediaTypes(response.Content))
                {
                    demand(ForContentType(response));
                }

                Content(response.Content, MessageDirection.Response);
            }
        }

        void Content(IReadOnlyList<MediaType> content, MessageDirection direction)
        {
            foreach (var mediaType in content)
            {
                Schema(mediaType.Schema, direction);
            }
        }

        void Schema(SchemaReference? schema, MessageDirection direction)
        {
            if (schema is not null)
            {
                _schemas.WalkOnce(schema.Node, direction, walked[direction], (node, property) =>
                {
                    if (seen.Add((node.File, node.Pointer, property)))
                    {
                        keyword(node, property);
                    }
                });
            }
        }
    }
}
