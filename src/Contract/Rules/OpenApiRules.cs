using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Rules;

/// <summary>Makes the rules that OpenAPI itself demands, outside schemas; each once. Thread-safe.</summary>
internal sealed class OpenApiRules
{
    private static readonly Provenance OnlyListed = new(
        RuleSource.Assumed, "the document lists the media types that are taken, and does not say that others are refused");

    private readonly ConcurrentDictionary<(PlaceId Owner, string Segment), Rule> _rules = new();
    private readonly DocumentSet _documents;
    private readonly ProvenanceTree _sources;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly RulePlaces _places;
    private readonly Lazy<HashSet<PlaceId>> _refuseOthers;

    public OpenApiRules(DocumentSet documents, ProvenanceTree sources, IReadOnlyList<Operation> operations, RulePlaces places)
    {
        (_documents, _sources, _operations, _places) = (documents, sources, operations, places);
        _refuseOthers = new(FindRefusing);
    }

    /// <summary>That a required parameter is there.</summary>
    public Rule ForParameter(Parameter parameter) =>
        Demand(
            parameter.Node,
            "required",
            RuleKind.Parameter,
            parameter.Node.Member("required"),
            () => $"{parameter.Name} is required",
            parameter.DocumentedName);

    /// <summary>That a required body is there.</summary>
    public Rule ForBody(RequestBody body) =>
        Demand(body.Node, "required", RuleKind.Body, body.Node.Member("required"), () => "a body is required");

    /// <summary>
    /// That a request's body has a media type that the operation takes. A list of those that are taken does not say that others are
    /// refused, so it is assumed, unless an operation with that body answers 415.
    /// </summary>
    public Rule ForContentType(RequestBody body) =>
        Demand(
            body.Node,
            "content-type",
            RuleKind.ContentType,
            body.Node.Member("content"),
            () => $"the body is {Either(body.Content.Select(one => one.Name))}",
            certainty: () => _refuseOthers.Value.Contains(body.Node.Place) ? Surest(body.Content) : OnlyListed);

    /// <summary>That an answer's body has a media type that is described for its status, as sure as the surest of them: how sure the status
    /// is, is another rule's.</summary>
    public Rule ForContentType(Response response) =>
        Demand(
            response.Node,
            "content-type",
            RuleKind.ContentType,
            response.Node.Member("content"),
            () => $"the answer is {Either(response.Content.Select(one => one.Name))}",
            certainty: () => Surest(response.Content));

    /// <summary>That a request carries credentials. The node is the operation's own list of requirements or the
    /// document's.</summary>
    public Rule ForSecurity(Operation operation)
    {
        var node = operation.Node.Member("security") ?? _documents.Root.Member("security") ?? operation.Node;
        var owner = operation.Node.Member("security") is null ? _documents.Root : operation.Node;
        var first = operation.Security.SelectMany(requirement => requirement.Schemes).FirstOrDefault();
        return Demand(
            owner,
            "security",
            RuleKind.Security,
            node,
            () => $"a caller authenticates with {Either(operation.Security.Select(Spoken).Distinct())}",
            first is null ? null : first.Node.Text("x-documented-name") ?? first.ParameterName,
            isSecret: true);
    }

    /// <summary>That an answer has a status that the operation describes.</summary>
    public Rule ForStatus(Operation operation) =>
        Demand(
            operation.Node,
            "status",
            RuleKind.Status,
            operation.Node.Member("responses"),
            () => $"the status is {Either(operation.Responses.Select(response => response.Status))}");

    /// <summary>That an answer has a required header.</summary>
    public Rule ForHeader(Parameter header) =>
        Demand(
            header.Node,
            "required",
            RuleKind.Header,
            header.Node.Member("required"),
            () => $"the header {header.Name} is required",
            header.DocumentedName);

    private Rule Demand(
        DocumentNode owner,
        string segment,
        RuleKind kind,
        DocumentNode? node,
        Func<string> statement,
        string? documentedName = null,
        bool isSecret = false,
        Func<Provenance?>? certainty = null)
    {
        var key = (owner.Place, segment);
        if (_rules.TryGetValue(key, out var known))
        {
            return known;
        }

        var sure = certainty?.Invoke() ?? _sources.Of(node ?? owner);
        var name = owner.Pointer.Length == 0 ? segment : $"{_places.NameOf(owner)}/{segment}";
        return _rules.GetOrAdd(key, new Rule
        {
            Id = name,
            Kind = kind,
            Statement = statement(),
            Source = sure.Source,
            Note = sure.Note,
            DocumentedName = documentedName,
            Secret = isSecret || owner.Flag("x-secret"),
            Node = node ?? owner,
        });
    }

    /// <summary>The bodies of operations that refuse other media types in so many words: with a 415 that is not assumed.</summary>
    private HashSet<PlaceId> FindRefusing() =>
    [
        .. _operations
            .Where(operation => operation.Responses.Any(response => response is { Status: "415", Source: not RuleSource.Assumed }))
            .Select(operation => operation.RequestBody).OfType<RequestBody>()
            .Select(body => body.Node.Place),
    ];

    private Provenance? Surest(IReadOnlyList<MediaType> content) =>
        content.Select(media => _sources.Of(media.Node)).MinBy(certainty => certainty.Source);

    private static string Spoken(SecurityRequirement requirement) => string.Join(" and ", requirement.Schemes.Select(Spoken));

    private static string Spoken(SecurityScheme scheme)
    {
        var kind = scheme.In == ParameterLocation.Query ? "query parameter" : scheme.In.ToString().ToLowerInvariant();
        var place = $"the {kind} {scheme.ParameterName}";
        return scheme.Kind == SecuritySchemeKind.MutualTls ? "a client certificate"
            : scheme.Scheme is null ? place
            : $"{place}: {scheme.Scheme} and a token";
    }

    private static string Either(IEnumerable<string> names)
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
