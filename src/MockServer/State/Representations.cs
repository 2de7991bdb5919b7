using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Places;
using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>Composes the representation of a resource from what is kept of it, as a response describes it.</summary>
/// <param name="place">The place of the representation in the response.</param>
internal sealed class Representations(RepresentationPlace place)
{
    /// <summary>The number of compositions of one resource, the best first.</summary>
    public const int Levels = 3;

    private readonly SchemaPlaces _places = place.Places;

    /// <summary>
    /// What is kept, as far as the response describes it; at the next level with required members that are taken from the sample; then the
    /// sample, changed by what is kept.
    /// </summary>
    /// <param name="sample">The representation in the contract's response.</param>
    public JsonObject Compose(StoredResource thing, JsonObject? sample, int level)
    {
        var known = Known(thing.Members, sample);
        if (level == 1)
        {
            foreach (var (name, value) in sample ?? [])
            {
                if (!known.ContainsKey(name) && _places.IsRequired(At(place.Pattern, name)))
                {
                    known[name] = value?.DeepClone();
                }
            }
        }
        else if (level == 2)
        {
            known = ResourceJson.Over(sample ?? [], known);
        }

        if (place.IdName is { } idName)
        {
            known[idName] = thing.Id.DeepClone();
        }

        return known;
    }

    /// <summary>The members that the response describes, or that the sample has.</summary>
    public JsonObject Known(JsonObject members, JsonObject? sample) => Known(members, place.Pattern, sample);

    private JsonObject Known(JsonObject members, string at, JsonObject? sample)
    {
        var each = At(at, "*");
        var isOpen = !_places.All.Any(other => other.StartsWith($"{at}/", StringComparison.Ordinal));
        var known = new JsonObject();
        foreach (var (name, value) in members)
        {
            var child = At(at, JsonPointer.Escape(name));
            child = _places.At(child).Count > 0 ? child : each;
            if (isOpen || _places.At(child).Count > 0 || sample?.ContainsKey(name) == true)
            {
                known[name] = Known(value, child, sample?[name]);
            }
        }

        return known;
    }

    private JsonNode? Known(JsonNode? value, string at, JsonNode? sample) => value switch
    {
        JsonObject members => Known(members, at, sample as JsonObject),
        JsonArray elements => new JsonArray([.. elements.Select(element => Known(element, At(at, "*"), null))]),
        _ => value?.DeepClone(),
    };

    private static string At(string around, string name) => $"{around}/{name}";
}
