using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Plain requests that an operation accepts, from the document's examples and from its schemas.</summary>
/// <param name="generator">Generates the values that the document does not show.</param>
/// <param name="budget">Once it is spent, nothing is generated or accepted.</param>
internal sealed class DraftFinder(ContractDescription api, WrittenRequestValidator requests, DataGenerator generator, PlanningBudget budget)
{
    private const int SeedLimit = 6;

    private int? _rules;
    private int _patterns;

    /// <summary>Why the last value was not generated; null if it was.</summary>
    private GenerationOutcome.Impossible? _impossible;

    /// <summary>The kinds of credentials that requests are sent with.</summary>
    public GivenCredentials Given { get; init; } = GivenCredentials.None;

    /// <summary>The work that may still be done for the operation.</summary>
    public PlanningBudget Budget => budget;

    /// <summary>
    /// Accepted drafts, the fullest first: by the number of their places that rules apply to, the document's own examples before
    /// generated ones. Empty where none is found, with the reason.
    /// </summary>
    public (IReadOnlyList<RequestDraft> Drafts, string Reason) Of(
        Operation operation, MediaType? media, SchemaPlaces places, IReadOnlyList<PathParameterBinding> needs)
    {
        _patterns = places.Patterns;
        if (Parameters(operation) is not { } parameters)
        {
            return ([], budget.IsSpent ? PlanningBudget.Reason : "no value was found for a required parameter");
        }

        var plain = new RequestDraft(operation, parameters, media) { Needs = needs, Given = Given };
        var drafts = media is null ? Accepted([plain], places) : Accepted(Examples(media).Select(body => WithBody(plain, body)), places);
        var bodyFault = media?.Schema is null ? null : _impossible;
        if (drafts.Count == 0 && media is not null)
        {
            drafts = Accepted(Varied(media).Select(body => WithBody(plain, body)), places);
        }

        var reason = drafts.Count > 0 ? ""
            : budget.IsSpent ? PlanningBudget.Reason
            : bodyFault is { Message: var message } ? $"no request was found that the document accepts: {message}"
                : "no request was found that the document accepts";
        return (drafts.Count < 2 ? drafts : [.. drafts.OrderByDescending(draft => CountPlaces(draft, places))], reason);
    }

    /// <summary>Further accepted drafts, which have other optional values and other alternatives.</summary>
    public IReadOnlyList<RequestDraft> Others(RequestDraft plain, SchemaPlaces places) =>
        plain.Media is { } media ? Accepted(Varied(media).Select(body => WithBody(plain, body)), places) : [];

    public bool Accepts(RequestDraft draft) => Accepts(draft, budget);

    /// <param name="part">The part of the budget that the request is charged to.</param>
    public bool Accepts(RequestDraft draft, PlanningBudget part)
    {
        part.ChargeCopy(draft.Size);
        if (part.IsSpent || RequestWriter.Write(draft) is not { } written)
        {
            return false;
        }

        Charge(draft, written, part);
        return requests.Violations(draft.Operation, written, draft.Samples()) is { Count: 0 };
    }

    /// <summary>Charges a written request that is about to be validated.</summary>
    public void Charge(RequestDraft draft, RequestMessage written, PlanningBudget part) =>
        part.ChargeRequest(
            written.Target.Length + written.Body.Length,
            _rules ??= api.Rules.Requests(draft.Operation).Count,
            draft.Operation.Parameters.Count,
            (long)draft.Size * _patterns);

    /// <summary>A value that all the schemas accept; JSON's null is a null <paramref name="value"/>.</summary>
    public bool TryGenerate(IReadOnlyList<DocumentNode> schemas, out JsonNode? value)
    {
        value = null;
        if (budget.IsSpent)
        {
            return false;
        }

        var outcome = generator.Generate(
            schemas, MessageDirection.Request, 0, GenerationMode.Static, budget.GenerationWork, out var work);
        budget.ChargeGeneration(work);
        _impossible = outcome as GenerationOutcome.Impossible;
        value = outcome is GenerationOutcome.Generated made ? JsonNode.Parse(made.Json.Span) : null;
        return outcome is GenerationOutcome.Generated;
    }

    /// <summary>Whether a schema accepts a value by itself.</summary>
    public bool Fits(DocumentNode schema, JsonNode? value) =>
        !budget.IsSpent
        && api.Schemas.At(schema).Compiled(MessageDirection.Request) is CompileResult.Compiled compiled
        && compiled.Schema.IsValid(Charged(BodyWriter.Json(value)));

    private JsonObject? Parameters(Operation operation)
    {
        var parts = new JsonObject();
        foreach (var site in MessageSites.Parameters(operation).Where(site => site.Parameter!.Required
            && !ConnectionHeaders.Include(site.Parameter) && !CallerCredentials.Include(operation, site.Parameter)))
        {
            JsonNode? value;
            var parameter = site.Parameter!;
            if (parameter.Examples.FirstOrDefault(example => example.Value is not null)?.Value is { } example)
            {
                value = Node(example);
            }
            else if (site.Schema is { } schema && TryGenerate([schema.Node], out var made) && made is not null)
            {
                value = made;
            }
            else
            {
                return null;
            }

            var location = MessageSites.WordOf(parameter.In);
            if (parts[location] is not JsonObject group)
            {
                parts[location] = group = [];
            }

            group[parameter.Name] = value;
        }

        foreach (var location in Enum.GetValues<ParameterLocation>().Select(MessageSites.WordOf))
        {
            parts.TryAdd(location, new JsonObject());
        }

        return parts;
    }

    private static RequestDraft WithBody(RequestDraft draft, JsonNode? body)
    {
        var parts = draft.Values.DeepClone().AsObject();
        parts["body"] = body?.DeepClone();
        return draft with { Values = parts };
    }

    private List<RequestDraft> Accepted(IEnumerable<RequestDraft> drafts, SchemaPlaces places) =>
        [.. drafts.TakeWhile(_ => !budget.IsSpent).Select(draft => Widened(draft, places)).Where(Accepts)];

    /// <summary>The number of places that a draft has.</summary>
    private int CountPlaces(RequestDraft draft, SchemaPlaces places)
    {
        budget.ChargeSearch(places.All.Count);
        return places.All.Count(place => MessageValues.Find(draft.Values, place).Count > 0);
    }

    private byte[] Charged(byte[] json)
    {
        budget.ChargeRequest(json.Length, rules: 0, parameters: 0, matches: 0);
        return json;
    }

    /// <summary>What the document shows, and one complete instance.</summary>
    private IEnumerable<JsonNode?> Examples(MediaType media)
    {
        foreach (var example in media.Examples.Where(example => example.Value is not null))
        {
            yield return Node(example.Value!.Value);
        }

        if (media.Schema is { } schema && TryGenerate([schema.Node], out var made))
        {
            yield return made;
        }
    }

    private IEnumerable<JsonNode?> Varied(MediaType media)
    {
        for (var seed = 1ul; media.Schema is { } schema && seed <= SeedLimit && !budget.IsSpent; seed++)
        {
            var outcome = generator.Generate(
                [schema.Node], MessageDirection.Request, seed, GenerationMode.Dynamic, budget.GenerationWork, out var work);
            budget.ChargeGeneration(work);
            if (outcome is GenerationOutcome.Generated varied)
            {
                yield return JsonNode.Parse(varied.Json.Span);
            }
        }
    }

    /// <summary>Arrays of one element get a second, so that a later element can be at fault.</summary>
    private RequestDraft Widened(RequestDraft draft, SchemaPlaces places)
    {
        budget.ChargeSearch(places.All.Count);
        foreach (var place in places.All.Where(place => MessagePointer.Parse(place).IsInBody))
        {
            foreach (var pointer in MessageValues.Find(draft.Values, place))
            {
                if (!budget.IsSpent && MessageValues.TryGet(draft.Values, pointer, out var value) && value is JsonArray { Count: 1 } single
                    && MessageValues.Set(draft.Values, pointer, ArraySize.Of(single, 2)) is { } parts
                    && Accepts(draft with { Values = parts }))
                {
                    draft = draft with { Values = parts };
                }
            }
        }

        return draft;
    }

    private static JsonNode? Node(DocumentNode node) => JsonNode.Parse(node.Value.GetRawText());
}
