using System.Text.Json;
using System.Text.Json.Nodes;
using SocialApi.Contract.Generation;
using SocialApi.Contract.Model;
using SocialApi.Contract.Schemas;
using SocialApi.Contract.Sources;

namespace SocialApi.Verification.Planning;

/// <summary>Plain requests that an operation accepts, from the document's examples and from its schemas.</summary>
internal sealed class DraftSource(ContractDescription api, RequestCheck check)
{
    private const int MostDynamic = 6;

    private readonly DataGenerator _generator = new(api);

    /// <summary>
    /// Accepted drafts, the fullest first: the one with the most of the places that rules speak of, the document's own examples before generated
    /// ones. Empty where none is found, with the reason.
    /// </summary>
    public (IReadOnlyList<RequestDraft> Drafts, string Reason) Of(Operation operation, MediaType? media, SchemaPlaces places, IReadOnlyList<NeededId> needs)
    {
        if (Parameters(operation) is not { } parameters)
        {
            return ([], "no value was found for a required parameter");
        }

        var drafts = new List<RequestDraft>();
        var reason = "";
        foreach (var body in media is null ? [null] : Bodies(media))
        {
            var parts = parameters.DeepClone().AsObject();
            if (media is not null)
            {
                parts["body"] = body?.DeepClone();
            }

            var draft = Widened(new RequestDraft(operation, parts, media) { Needs = needs }, places);
            if (Accepts(draft))
            {
                drafts.Add(draft);
            }
        }

        if (drafts.Count == 0)
        {
            reason = media?.Schema is { } schema && _generator.Generate(schema, MessageDirection.Request, 0) is GenerationOutcome.Impossible impossible
                ? $"no request was found that the document accepts: {impossible.Message}"
                : "no request was found that the document accepts";
        }

        return ([.. drafts.OrderByDescending(draft => places.All.Count(place => Parts.Find(draft.Parts, place).Count > 0))], reason);
    }

    public bool Accepts(RequestDraft draft) =>
        RequestWriter.Write(draft) is { } written && check.Violations(draft.Operation, written, draft.Samples()) is { Count: 0 };

    /// <summary>A value for a parameter or part of a body, by its schema; null where none can be made.</summary>
    public JsonNode? Generate(SchemaReference schema) =>
        _generator.Generate(schema, MessageDirection.Request, 0) is GenerationOutcome.Generated made ? JsonNode.Parse(made.Json.Span) : null;

    private JsonObject? Parameters(Operation operation)
    {
        var parts = new JsonObject();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required && !parameter.IsIgnored))
        {
            JsonNode? value;
            if (parameter.Examples.FirstOrDefault(example => example.Value is not null)?.Value is { } example)
            {
                value = Node(example);
            }
            else if ((parameter.Schema ?? parameter.Content?.Schema) is { } schema && Generate(schema) is { } made)
            {
                value = made;
            }
            else
            {
                return null;
            }

            var location = parameter.In.ToString().ToLowerInvariant();
            if (parts[location] is not JsonObject group)
            {
                parts[location] = group = [];
            }

            group[parameter.Name] = value;
        }

        foreach (var location in (string[])["path", "query", "header", "cookie"])
        {
            parts.TryAdd(location, new JsonObject());
        }

        return parts;
    }

    private IEnumerable<JsonNode?> Bodies(MediaType media)
    {
        foreach (var example in media.Examples.Where(example => example.Value is not null))
        {
            yield return Node(example.Value!.Value);
        }

        if (media.Schema is not { } schema)
        {
            yield break;
        }

        if (Generate(schema) is { } made)
        {
            yield return made;
        }

        // Other branches of anyOf and oneOf, and what examples of schemas leave out.
        for (var seed = 1ul; seed <= MostDynamic; seed++)
        {
            if (_generator.Generate(schema, MessageDirection.Request, seed, GenerationMode.Dynamic) is GenerationOutcome.Generated varied)
            {
                yield return JsonNode.Parse(varied.Json.Span);
            }
        }
    }

    /// <summary>Arrays of one element get a second, so that a later element can be at fault.</summary>
    private RequestDraft Widened(RequestDraft draft, SchemaPlaces places)
    {
        foreach (var place in places.All.Where(place => place.StartsWith("/body", StringComparison.Ordinal)))
        {
            foreach (var pointer in Parts.Find(draft.Parts, place))
            {
                if (Parts.TryGet(draft.Parts, pointer, out var value) && value is JsonArray { Count: 1 } one
                    && Parts.Set(draft.Parts, pointer, ArraySize.Of(one, 2)) is { } parts && Accepts(draft with { Parts = parts }))
                {
                    draft = draft with { Parts = parts };
                }
            }
        }

        return draft;
    }

    private static JsonNode? Node(DocumentNode node) => JsonNode.Parse(node.Value.GetRawText());
}
