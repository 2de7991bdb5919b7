using System.Collections.Concurrent;
using System.Collections.Frozen;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>The rules of a document, by place, operation or id. Rules are created on first use. Thread-safe.</summary>
public sealed class RuleBook
{
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<RuleUse>> _requests = new();
    private readonly ConcurrentDictionary<Operation, IReadOnlyList<RuleUse>> _responses = new();
    private readonly IReadOnlyList<Operation> _operations;
    private readonly IReadOnlySet<string> _switchedOff;
    private readonly ProvenanceTree _sources;
    private readonly SchemaRules _schemas;
    private readonly KeywordRules _keywords;
    private readonly OpenApiRules _openApi;
    private readonly Lazy<FrozenDictionary<string, Rule>> _all;

    internal RuleBook(
        DocumentSet documents,
        ProvenanceTree sources,
        IReadOnlyList<Operation> operations,
        SchemaView view,
        IReadOnlySet<string> switchedOff)
    {
        (_operations, _switchedOff, _sources) = (operations, switchedOff, sources);
        var places = new RulePlaces(documents, operations);
        _schemas = new SchemaRules(view);
        _keywords = new KeywordRules(documents, view, sources, places);
        _openApi = new OpenApiRules(documents, sources, operations, places);
        _all = new(Collect);
    }

    /// <summary>The rules of all operations by id.</summary>
    public IReadOnlyDictionary<string, Rule> All => _all.Value;

    /// <summary>The rule with that id, or null.</summary>
    public Rule? ById(string id) => _all.Value.GetValueOrDefault(id);

    /// <summary>The number of distinct rules by source, with an entry for each source. Fast for large documents, as it does not create the
    /// rules of keywords.</summary>
    public IReadOnlyDictionary<RuleSource, int> CountBySource()
    {
        var counts = Enum.GetValues<RuleSource>().ToDictionary(source => source, _ => 0);
        var openApiRules = new HashSet<Rule>();
        Walk(
            rule => counts[rule.Source] += openApiRules.Add(rule) ? 1 : 0,
            (keyword, _) => counts[_sources.Of(keyword.Place.Parent).Source]++);
        return counts;
    }

    /// <summary>The rules for the operation's requests, once for each place in the message that they apply to: security, parameters, then
    /// the body by media type.</summary>
    public IReadOnlyList<RuleUse> Requests(Operation operation) =>
        _requests.GetOrAdd(operation, key => UsesOf(key, OperationRules.Requests(key)));

    /// <summary>The rules for the operation's responses: the status, then the headers and body of each response.</summary>
    public IReadOnlyList<RuleUse> Responses(Operation operation) =>
        _responses.GetOrAdd(operation, key => UsesOf(key, OperationRules.Responses(key)));

    /// <summary>
    /// The work of listing the operation's rules: the number of rules and schemas, each counted for each place in a message, but not more
    /// than a limit. Unlike the lists it is not kept.
    /// </summary>
    internal int CountOf(Operation operation, int limit)
    {
        var count = 0;
        foreach (var site in OperationRules.Of(operation).TakeWhile(_ => count < limit))
        {
            count += site.Schema is { } schema ? _schemas.Count(schema.Node, site.Direction, limit - count) : 1;
        }

        return count;
    }

    /// <summary>The rule at the place of a schema keyword, e.g. of a <see cref="SchemaViolation"/>. Keywords inside a compound keyword
    /// (<c>anyOf</c>, <c>not</c>, <c>if</c>, ...) have the rule of the compound keyword.</summary>
    /// <param name="keyword">The keyword, or a schema <c>false</c>.</param>
    /// <param name="property">The missing name, for <c>required</c> and <c>dependentRequired</c>; ignored elsewhere.</param>
    public Rule Find(SchemaLocation keyword, string? property = null) => _keywords.Find(keyword, property);

    /// <inheritdoc cref="Find(SchemaLocation, string?)"/>
    internal Rule Find(DocumentNode keyword, string? property) => _keywords.Find(keyword, property);

    /// <summary>The rule if it is enforced; null if it is switched off (<see cref="LoadOptions.SwitchedOff"/>).</summary>
    public Rule? Enforced(Rule rule) => _switchedOff.Count > 0 && _switchedOff.Contains(rule.Id) ? null : rule;

    /// <summary>The provenance of a place, with or without a rule.</summary>
    public Provenance ProvenanceOf(DocumentNode node) => _sources.Of(node);

    /// <inheritdoc cref="OpenApiRules.ForParameter"/>
    public Rule ForParameter(Parameter parameter) => _openApi.ForParameter(parameter);

    /// <inheritdoc cref="OpenApiRules.ForBody"/>
    public Rule ForBody(RequestBody body) => _openApi.ForBody(body);

    /// <inheritdoc cref="OpenApiRules.ForContentType(RequestBody)"/>
    public Rule ForContentType(RequestBody body) => _openApi.ForContentType(body);

    /// <inheritdoc cref="OpenApiRules.ForContentType(Response)"/>
    public Rule ForContentType(Response response) => _openApi.ForContentType(response);

    /// <inheritdoc cref="OpenApiRules.ForSecurity"/>
    public Rule ForSecurity(Operation operation) => _openApi.ForSecurity(operation);

    /// <inheritdoc cref="OpenApiRules.ForStatus"/>
    public Rule ForStatus(Operation operation) => _openApi.ForStatus(operation);

    /// <inheritdoc cref="OpenApiRules.ForHeader"/>
    public Rule ForHeader(Parameter header) => _openApi.ForHeader(header);

    private List<RuleUse> UsesOf(Operation operation, IEnumerable<RuleSite> sites)
    {
        var uses = new List<RuleUse>();
        foreach (var site in sites)
        {
            if (site.OpenApiRule is { } create)
            {
                uses.Add(Use(create(this), site.Instance));
            }
            else if (site.Schema is { } schema)
            {
                _schemas.Walk(
                    schema.Node,
                    site.Direction,
                    site.Instance,
                    (keyword, property, place) => uses.Add(Use(Find(keyword, property), place)));
            }

            RuleUse Use(Rule rule, string instance) => new(rule, operation, site.Direction, instance, site.Response, site.MediaType);
        }

        return uses;
    }

    private FrozenDictionary<string, Rule> Collect()
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        Walk(rule => rules[rule.Id] = rule, (keyword, property) =>
        {
            var rule = Find(keyword, property);
            rules[rule.Id] = rule;
        });
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Visits the rules of all operations: each keyword once, OpenAPI's own rules once for each operation.</summary>
    private void Walk(Action<Rule> openApiRule, Action<DocumentNode, string?> keyword)
    {
        var walked = Enum.GetValues<MessageDirection>().ToDictionary(direction => direction, _ => new Dictionary<PlaceId, int>());
        var seen = new HashSet<(PlaceId, string?)>();
        foreach (var site in _operations.SelectMany(OperationRules.Of))
        {
            if (site.OpenApiRule is { } create)
            {
                openApiRule(create(this));
            }
            else if (site.Schema is { } schema)
            {
                _schemas.WalkOnce(schema.Node, site.Direction, walked[site.Direction], (node, property) =>
                {
                    if (seen.Add((node.Place, property)))
                    {
                        keyword(node, property);
                    }
                });
            }
        }
    }
}
