using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;

namespace SocialContract.MockServer.State;

/// <summary>
/// Reads the resources that exist at first from the examples of a document: the elements of the list, the responses with one
/// resource, and the ids that requests are shown with. A document without examples has none.
/// </summary>
internal sealed class SeedReader(StateResources resources)
{
    private readonly SchemaView _view = resources.Contract.Description.View;

    public IReadOnlyList<StoredResource> Of(Resource resource)
    {
        if (resources.Contract.ResponseOptions is { IgnoreExamples: true } or { Dynamic: true })
        {
            return [];
        }

        var things = new OrderedDictionary<string, StoredResource>(StringComparer.Ordinal);
        foreach (var shown in Shown(resource.List, onlyFirst: true).Concat(Shown(resource.Read, onlyFirst: false)))
        {
            things[shown.Key] = things.TryGetValue(shown.Key, out var known)
                ? known with { Members = ResourceJson.Over(known.Members, shown.Members) }
                : shown;
        }

        foreach (var id in resource.Operations.SelectMany(operation => IdsOf(resource, operation)))
        {
            if (ResourceJson.TextOf(id) is { } key && !things.ContainsKey(key))
            {
                things.Add(key, Named(resource, id));
            }
        }

        return [.. things.Values.Take(ResourceStore.ResourceLimit)];
    }

    /// <summary>The resources in the examples of an operation's successes.</summary>
    /// <param name="onlyFirst">Whether only the first example counts, which the mock sends.</param>
    private IEnumerable<StoredResource> Shown(Operation? operation, bool onlyFirst)
    {
        foreach (var response in operation?.Responses.Where(response => response.Key.IsSuccess) ?? [])
        {
            if (resources.PlaceOf(operation!, response) is not { IdName: { } idName } place)
            {
                continue;
            }

            var examples = response.Content.Where(media => MediaTypeName.TryParse(media.Name, out var type) && type.MayBeJson)
                .SelectMany(ExamplesOf);
            foreach (var example in onlyFirst ? examples.Take(1) : examples)
            {
                foreach (var thing in MessageValues.ValuesAt(NodeOf(example), place.Pattern).OfType<JsonObject>())
                {
                    if (ResourceJson.TextOf(thing[idName]) is not null)
                    {
                        yield return new StoredResource(thing[idName]!.DeepClone(), thing.DeepClone().AsObject());
                    }
                }
            }
        }
    }

    private IEnumerable<JsonElement> ExamplesOf(MediaType media)
    {
        var written = media.Examples.Where(example => example.Value is not null).Select(example => example.Value!.Value.Value).ToList();
        return written.Count > 0 || media.Schema is null ? written : OfSchema(media.Schema);
    }

    /// <summary>The example of a schema, or of one that it refers to.</summary>
    private IEnumerable<JsonElement> OfSchema(SchemaReference schema) =>
        _view.WithTargets(schema.Node)
            .Select(node => _view.Keyword(node, KeywordNames.Example)
                ?? _view.Keyword(node, KeywordNames.Examples)?.Elements().Cast<DocumentNode?>().FirstOrDefault())
            .OfType<DocumentNode>()
            .Take(1)
            .Select(node => node.Value);

    /// <summary>The ids in the examples of the operation's parameter, without those that belong to the example of an error.</summary>
    private IEnumerable<JsonNode> IdsOf(Resource resource, Operation operation)
    {
        if (operation == resource.Create || operation == resource.List)
        {
            return [];
        }

        var id = operation.Parameters.Last(parameter => parameter.In == ParameterLocation.Path && parameter.Name == resource.Id.Name);
        var errors = operation.Responses.Where(response => !response.Key.IsSuccess)
            .SelectMany(response => response.Content).SelectMany(media => media.Examples).Select(example => example.Name)
            .Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var named = id.Examples.Where(example => example.Value is not null).ToList();
        var ids = named.Count > 0 || id.Schema is null
            ? named.Where(example => !errors.Contains(example.Name)).Select(example => example.Value!.Value.Value)
            : OfSchema(id.Schema);
        return ids.Select(NodeOf).OfType<JsonNode>();
    }

    /// <summary>A resource of which the document shows only the id.</summary>
    private StoredResource Named(Resource resource, JsonNode id)
    {
        var name = (resource.Read ?? resource.List)?.Responses.Where(response => response.Key.IsSuccess)
            .Select(response => resources.PlaceOf(resource.Read ?? resource.List!, response)?.IdName)
            .FirstOrDefault(found => found is not null);
        return new StoredResource(id, name is null ? [] : new JsonObject { [name] = id.DeepClone() });
    }

    private static JsonNode? NodeOf(JsonElement value) =>
        ResourceJson.TryParse(Encoding.UTF8.GetBytes(value.GetRawText()), out var node) ? node : null;
}
