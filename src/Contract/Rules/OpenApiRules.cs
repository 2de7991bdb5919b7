using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>Creates the rules that OpenAPI defines outside schemas, each on first use. Thread-safe.</summary>
internal sealed class OpenApiRules
{
    private static readonly Provenance OnlyListed = new(
        RuleSource.Assumed, "the document lists the accepted media types but does not say that others are refused");

    private readonly ConcurrentDictionary<(PlaceId Owner, string Segment), Rule> _rules = new();
    private readonly DocumentSet _documents;
    private readonly ProvenanceTree _sources;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly RulePlaces _places;
    private readonly Lazy<HashSet<PlaceId>> _bodiesWith415;

    public OpenApiRules(DocumentSet documents, ProvenanceTree sources, IReadOnlyList<Operation> operations, RulePlaces places)
    {
        (_documents, _sources, _operations, _places) = (documents, sources, operations, places);
        _bodiesWith415 = new(FindBodiesWithRefusal);
    }

    /// <summary>A required parameter must be present.</summary>
    public Rule ForParameter(Parameter parameter) =>
        GetOrAdd(
            parameter.Node,
            "required",
            RuleKind.Parameter,
            parameter.Node.Member("required"),
            () => $"{parameter.Name} is required",
            parameter.DocumentedName);

    /// <summary>A required body must be present.</summary>
    public Rule ForBody(RequestBody body) =>
        GetOrAdd(body.Node, "required", RuleKind.Body, body.Node.Member("required"), () => "a body is required");

    /// <summary>
    /// A request's body must have a media type that the operation accepts. The list of accepted media types does not say that others are
    /// refused, so the rule is assumed unless an operation with that body has a 415 response.
    /// </summary>
    public Rule ForContentType(RequestBody body) =>
        GetOrAdd(
            body.Node,
            "content-type",
            RuleKind.ContentType,
            body.Node.Member("content"),
            () => $"the body is {ListOf(body.Content.Select(media => media.Name))}",
            provenanceOf: () => _bodiesWith415.Value.Contains(body.Node.Place) ? MostCertain(body.Content) : OnlyListed);

    /// <summary>A response's body must have a media type that the document describes for its status. The rule has the most certain
    /// provenance of these media types; the status has its own rule.</summary>
    public Rule ForContentType(Response response) =>
        GetOrAdd(
            response.Node,
            "content-type",
            RuleKind.ContentType,
            response.Node.Member("content"),
            () => $"the response is {ListOf(response.Content.Select(media => media.Name))}",
            provenanceOf: () => MostCertain(response.Content));

    /// <summary>A request must have credentials. The node is the operation's list of requirements, else the document's.</summary>
    public Rule ForSecurity(Operation operation)
    {
        var node = operation.Node.Member("security") ?? _documents.Root.Member("security") ?? operation.Node;
        var owner = operation.Node.Member("security") is null ? _documents.Root : operation.Node;
        var first = operation.Security.SelectMany(requirement => requirement.Schemes).FirstOrDefault();
        return GetOrAdd(
            owner,
            "security",
            RuleKind.Security,
            node,
            () => $"a caller authenticates with {ListOf(operation.Security.Select(Describe).Distinct())}",
            first is null ? null : first.Node.Text("x-documented-name") ?? first.ParameterName,
            isSecret: true);
    }

    /// <summary>A response must have a status that the operation describes.</summary>
    public Rule ForStatus(Operation operation) =>
        GetOrAdd(
            operation.Node,
            "status",
            RuleKind.Status,
            operation.Node.Member("responses"),
            () => $"the status is {ListOf(operation.Responses.Select(response => response.Status))}");

    /// <summary>A response must have a required header.</summary>
    public Rule ForHeader(Parameter header) =>
        GetOrAdd(
            header.Node,
            "required",
            RuleKind.Header,
            header.Node.Member("required"),
            () => $"the header {header.Name} is required",
            header.DocumentedName);

    private Rule GetOrAdd(
        DocumentNode owner,
        string segment,
        RuleKind kind,
        DocumentNode? node,
        Func<string> statement,
        string? documentedName = null,
        bool isSecret = false,
        Func<Provenance?>? provenanceOf = null)
    {
        var key = (owner.Place, segment);
        if (_rules.TryGetValue(key, out var known))
        {
            return known;
        }

        var provenance = provenanceOf?.Invoke() ?? _sources.Of(node ?? owner);
        var name = owner.Pointer.Length == 0 ? segment : $"{_places.NameOf(owner)}/{segment}";
        return _rules.GetOrAdd(key, new Rule
        {
            Id = name,
            Kind = kind,
            Statement = statement(),
            Source = provenance.Source,
            Note = provenance.Note,
            DocumentedName = documentedName,
            Secret = isSecret || owner.IsSecret(),
            Node = node ?? owner,
        });
    }

    /// <summary>The bodies of operations with a response that refuses other media types and is not assumed.</summary>
    private HashSet<PlaceId> FindBodiesWithRefusal() =>
    [
        .. _operations
            .Where(operation => operation.Responses.Any(
                response => RefusalStatuses.RefusesMediaType(response) && response.Source != RuleSource.Assumed))
            .Select(operation => operation.RequestBody).OfType<RequestBody>()
            .Select(body => body.Node.Place),
    ];

    private Provenance? MostCertain(IReadOnlyList<MediaType> content) =>
        content.Select(media => _sources.Of(media.Node)).MinBy(provenance => provenance.Source);

    private static string Describe(SecurityRequirement requirement) => string.Join(" and ", requirement.Schemes.Select(Describe));

    private static string Describe(SecurityScheme scheme)
    {
        var kind = scheme.In == ParameterLocation.Query ? "query parameter" : MessageSites.WordOf(scheme.In);
        var place = $"the {kind} {scheme.ParameterName}";
        return scheme.Kind == SecuritySchemeKind.MutualTls ? "a client certificate"
            : scheme.Scheme is null ? place
            : $"{place}: {scheme.Scheme} and a token";
    }

    private static string ListOf(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count switch
        {
            0 => "nothing",
            1 => all[0],
            _ => $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}",
        };
    }
}
