using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Provenances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>Makes the rules of schemas' keywords; each once, when first asked for. Thread-safe.</summary>
internal sealed class KeywordRules(DocumentSet documents, ProvenanceTree sources, RulePlaces places)
{
    private readonly ConcurrentDictionary<(PlaceId Keyword, string? Name, string? Property), Rule> _rules = new();
    private readonly ConcurrentDictionary<(SchemaLocation, string?), Rule> _found = new();

    /// <summary>See <see cref="RuleBook.Find"/>.</summary>
    public Rule Find(SchemaLocation keyword, string? property) =>
        _found.GetOrAdd((keyword, property), static (key, rules) => rules.Create(key.Item1, key.Item2), this);

    private Rule Create(SchemaLocation keyword, string? property)
    {
        var node = documents.Find(keyword) ?? documents.Root;
        return At(places.Keyword(node)!, property);
    }

    private Rule At(RulePlace place, string? property)
    {
        var name = place.Keyword is { } keyword && KeywordCatalog.Find(keyword)?.NamesProperties == true ? property : null;
        return _rules.GetOrAdd(
            (place.Node.Place, place.Keyword, name),
            static (_, arguments) => arguments.rules.Make(arguments.place, arguments.name),
            (rules: this, place, name));
    }

    private Rule Make(RulePlace place, string? property)
    {
        // A required rule is about the property that it names.
        var about = property is null ? place.Owner : place.Owner.Member("properties")?.Member(property);
        var certainty = sources.Of(place.Owner);
        return new Rule
        {
            Id = property is null ? place.Id : $"{place.Id}/{JsonPointer.Escape(property)}",
            Kind = place.Keyword is null ? RuleKind.FalseSchema : RuleKind.Keyword,
            Keyword = place.Keyword,
            Property = property,
            Statement = place.Statement(property),
            Source = certainty.Source,
            Note = certainty.Note,
            DocumentedName = Text(about, "x-documented-name") ?? ParameterAround(about)?.Text("x-documented-name"),
            Sentence = property is null ? Text(about, "x-sentence") ?? ParameterAround(about)?.Text("x-sentence") : null,
            Secret = Flag(about, "x-secret") || ParameterAround(about)?.Flag("x-secret") == true,
            Node = property is null ? place.Node : ElementOf(place.Node, property),
        };
    }

    private static DocumentNode ElementOf(DocumentNode list, string name) =>
        list.Elements().Concat(list.Members().SelectMany(member => member.Node.Elements()))
            .FirstOrDefault(element => element.Value.ValueKind == JsonValueKind.String && element.Value.ValueEquals(name), list);

    /// <summary>The parameter that a schema describes: what it says of itself holds for its schema.</summary>
    private static DocumentNode? ParameterAround(DocumentNode? schema) =>
        schema is { } node && node.Pointer.EndsWith("/schema", StringComparison.Ordinal)
            && node.Place.Parent.Node is { } parameter && parameter.Text("in") is not null
            ? parameter
            : null;

    private string? Text(DocumentNode? node, string extension) =>
        node is { } place ? place.Text(extension) ?? documents.Follow(place)?.Text(extension) : null;

    private bool Flag(DocumentNode? node, string extension) =>
        node is { } place && (place.Flag(extension) || documents.Follow(place) is { } target && target.Flag(extension));
}
