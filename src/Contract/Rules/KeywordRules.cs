using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>Creates the rules of schema keywords, each on first use. Thread-safe.</summary>
internal sealed class KeywordRules(DocumentSet documents, SchemaView view, ProvenanceTree sources, RulePlaces places)
{
    private readonly ConcurrentDictionary<(PlaceId Keyword, string? Name, string? Property), Rule> _rules = new();
    private readonly ConcurrentDictionary<(PlaceId Place, string? Property), Rule> _found = new();
    private readonly ConcurrentDictionary<PlaceId, Dictionary<string, DocumentNode>> _names = new();

    /// <summary>See <see cref="RuleBook.Find(SchemaLocation, string?)"/>.</summary>
    public Rule Find(SchemaLocation keyword, string? property) => documents.FileAt(keyword.Document) is { } file
        ? _found.GetOrAdd(
            (new PlaceId(file, keyword.Pointer), property),
            static (key, rules) => rules.GetOrAdd(key.Place.Node ?? rules.Root, key.Property),
            this)
        : Find(Root, property);

    /// <summary>See <see cref="RuleBook.Find(DocumentNode, string?)"/>.</summary>
    public Rule Find(DocumentNode keyword, string? property) => _found.GetOrAdd(
        (keyword.Place, property),
        static (key, arguments) => arguments.rules.GetOrAdd(arguments.keyword, key.Property),
        (rules: this, keyword));

    private DocumentNode Root => documents.Root;

    private Rule GetOrAdd(DocumentNode keyword, string? property) => GetOrAdd(places.Keyword(keyword)!, property);

    private Rule GetOrAdd(RulePlace place, string? property)
    {
        var name = place.Keyword is { } keyword && KeywordCatalog.Find(keyword)?.NamesProperties == true ? property : null;
        return _rules.GetOrAdd(
            (place.Node.Place, place.Keyword, name),
            static (_, arguments) => arguments.rules.Create(arguments.place, arguments.name),
            (rules: this, place, name));
    }

    private Rule Create(RulePlace place, string? property)
    {
        // A rule of required applies to the property that it names.
        var described = property is null ? place.Owner : view.Keyword(place.Owner, KeywordNames.Properties)?.Member(property);
        var provenance = sources.Of(place.Owner);
        return new Rule
        {
            Id = property is null ? place.Id : $"{place.Id}/{JsonPointer.Escape(property)}",
            Kind = place.Keyword is null ? RuleKind.FalseSchema : RuleKind.Keyword,
            Keyword = place.Keyword,
            Property = property,
            Statement = place.Statement(property, view),
            Source = provenance.Source,
            Note = provenance.Note,
            DocumentedName = Text(described, "x-documented-name") ?? ParameterOf(described)?.Text("x-documented-name"),
            Sentence = property is null ? Text(described, "x-sentence") ?? ParameterOf(described)?.Text("x-sentence") : null,
            Secret = IsSecret(described) || ParameterOf(described)?.IsSecret() == true,
            Node = property is null ? place.Node : ElementOf(place.Node, property),
        };
    }

    /// <summary>The name in the list of <c>required</c>, or in a list of <c>dependentRequired</c>.</summary>
    private DocumentNode ElementOf(DocumentNode list, string name) =>
        _names.GetOrAdd(list.Place, static (_, all) => Names(all), list).GetValueOrDefault(name, list);

    private static Dictionary<string, DocumentNode> Names(DocumentNode list)
    {
        var names = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var element in list.Elements().Concat(list.Members().SelectMany(member => member.Node.Elements())))
        {
            if (element.Value.ValueKind == JsonValueKind.String)
            {
                names.TryAdd(element.Value.GetString()!, element);
            }
        }

        return names;
    }

    /// <summary>The parameter that a schema describes; its extensions also apply to the schema.</summary>
    private static DocumentNode? ParameterOf(DocumentNode? schema) =>
        schema is { } node && node.Pointer.EndsWith("/schema", StringComparison.Ordinal)
            && node.Place.Parent.Node is { } parameter && parameter.Text("in") is not null
            ? parameter
            : null;

    private string? Text(DocumentNode? schema, string extension) => schema is { } place ? view.Text(place, extension) : null;

    /// <summary>As a value is hidden: if any schema that it must satisfy is marked.</summary>
    private bool IsSecret(DocumentNode? schema) => schema is { } place && view.AllConjuncts(place).Any(part => part.IsSecret());
}
