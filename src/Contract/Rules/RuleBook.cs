using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>Every rule of a document: found by its place, by operation, by id. Rules are made when first asked for; thread-safe.</summary>
public sealed partial class RuleBook
{
    private readonly ConcurrentDictionary<(DocumentFile File, string Pointer, string Keyword, string? Property), Rule> _rules = new();
    private readonly ConcurrentDictionary<(SchemaLocation, string?), Rule> _found = new();
    private readonly DocumentSet _documents;
    private readonly ProvenanceTree _sources;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly RulePlaces _places;

    private readonly IReadOnlySet<string> _switchedOff;

    internal RuleBook(
        DocumentSet documents,
        ProvenanceTree sources,
        IReadOnlyList<Operation> operations,
        SpecificationVersion specification,
        IReadOnlySet<string> switchedOff)
    {
        _switchedOff = switchedOff;
        _schemas = new SchemaRules(documents, specification);
        _all = new(Collect);
        _refuseOthers = new(FindRefusing);
        _documents = documents;
        _sources = sources;
        _operations = operations;
        _places = new RulePlaces(documents, operations);
    }

    /// <summary>The rule of a schema keyword's place, as <see cref="SchemaViolation"/> gives it. What lies beneath a compound keyword
    /// (<c>anyOf</c>, <c>not</c>, <c>if</c>, ...) has that keyword's rule.</summary>
    /// <param name="keyword">The keyword, or the schema where that is <c>false</c>.</param>
    /// <param name="property">The missing name, for <c>required</c> and <c>dependentRequired</c>; ignored elsewhere.</param>
    public Rule Find(SchemaLocation keyword, string? property = null) =>
        _found.GetOrAdd((keyword, property), static (key, book) => book.Create(key.Item1, key.Item2), this);

    /// <summary>Whether the rule is left out of every verdict (<see cref="LoadOptions.SwitchedOff"/>).</summary>
    public bool IsOff(Rule rule) => _switchedOff.Count > 0 && _switchedOff.Contains(rule.Id);

    /// <summary>How sure the document is of a place, whether a rule stands there or not.</summary>
    public Provenance CertaintyOf(DocumentNode node) => _sources.Of(node);

    private Rule Create(SchemaLocation keyword, string? property)
    {
        var node = _documents.Find(keyword) ?? _documents.Root;
        return At(_places.Keyword(node)!, property);
    }

    private Rule At(RulePlace place, string? property)
    {
        var name = place.Keyword is "required" or "dependentRequired" ? property : null;
        return _rules.GetOrAdd(
            (place.Node.File, place.Node.Pointer, place.Keyword, name), static (_, arguments) => arguments.book.Make(arguments.place, arguments.name), (book: this, place, name));
    }

    private Rule Make(RulePlace place, string? property)
    {
        // A required rule is about the property that it names.
        var about = property is null ? place.Owner : place.Owner.Member("properties")?.Member(property);
        var certainty = _sources.Of(place.Owner);
        return new Rule
        {
            Id = property is null ? place.Id : $"{place.Id}/{JsonPointer.Escape(property)}",
            Keyword = place.Keyword,
            Property = property,
            Statement = RuleStatement.Of(place, property),
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
    private DocumentNode? ParameterAround(DocumentNode? schema) =>
        schema is { } node && node.Pointer.EndsWith("/schema", StringComparison.Ordinal)
            && _documents.Find(node.Location with { Pointer = node.Pointer[..^"/schema".Length] }) is { } parameter && parameter.Text("in") is not null
            ? parameter
            : null;

    private string? Text(DocumentNode? node, string extension) =>
        node is { } place ? place.Text(extension) ?? _documents.Follow(place)?.Text(extension) : null;

    private bool Flag(DocumentNode? node, string extension) =>
        node is { } place && (place.Flag(extension) || _documents.Follow(place) is { } target && target.Flag(extension));
}
