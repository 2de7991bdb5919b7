using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>The keywords of one Schema Object, without those that apply other schemas to the same value.</summary>
internal sealed class KeywordShape : ValueShape
{
    private readonly DocumentNode _schema;
    private readonly SchemaView _view;
    private readonly ShapeReader _reader;
    private readonly ConcurrentDictionary<string, ValueShape> _named = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> _names;
    private readonly Lazy<ValueShape> _others;
    private readonly Lazy<ValueShape> _rest;

    public KeywordShape(DocumentNode schema, SchemaView view, ShapeReader reader)
    {
        (_schema, _view, _reader) = (schema, view, reader);
        var values = view.ListedValues(schema);
        Listed =
        [
            .. values.Where(value => value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
                .Select(value => new ListedValue(value)),
        ];
        var declared = view.Types(schema);
        var implied = declared is null ? ImpliedType(schema, view) : ValueTypes.None;
        var isNumber = implied == ValueTypes.Number;
        Types = declared ?? TypesOf(values, implied);
        Candidates = declared ?? (values.Count > 0 ? Types : isNumber ? ValueTypes.Number : ConditionTypes(schema, view));
        AllowsAnyText = Allows(ValueTypes.String) && Listed.Count == 0 && !isNumber;
        IsOpen = (view.Keyword(schema, KeywordNames.AdditionalProperties) ?? view.Keyword(schema, KeywordNames.UnevaluatedProperties))
            is { Value.ValueKind: not JsonValueKind.False };
        IsBinary = (view.Keyword(schema, KeywordNames.Format) is { Value.ValueKind: JsonValueKind.String } format
                && format.Value.ValueEquals("binary"))
            || (view.Keyword(schema, KeywordNames.ContentMediaType) is { Value.ValueKind: JsonValueKind.String } media
                && !(MediaTypeName.TryParse(media.Value.GetString(), out var name) && name.IsJson));
        IsSecret = schema.IsSecret()
            || (view.Keyword(schema, KeywordNames.PropertyNames) is not null && SecretSchema.Of(view, schema) is { HasSecretNames: true });

        HasPatterns = view.Keyword(schema, KeywordNames.PatternProperties) is { Value.ValueKind: JsonValueKind.Object };
        PrefixLength = view.PrefixLength(schema);
        _rest = new(() => view.Element(schema, PrefixLength) is { } rest ? reader.Read(rest) : Unknown);
        _others = new(() =>
            (view.Keyword(schema, KeywordNames.AdditionalProperties) ?? view.Keyword(schema, KeywordNames.UnevaluatedProperties))
                is { } others ? reader.Read(others) : Unknown);
        _names = new(() =>
            view.Keyword(schema, KeywordNames.Properties) is { } properties ? [.. properties.Members().Select(member => member.Name)] : []);
    }

    public override ValueTypes Types { get; }

    public override ValueTypes Candidates { get; }

    public override IReadOnlyList<ListedValue> Listed { get; }

    public override bool AllowsAnyText { get; }

    public override bool IsOpen { get; }

    public override bool IsBinary { get; }

    public override bool IsSecret { get; }

    public override IReadOnlyList<string> PropertyNames => _names.Value;

    public override bool HasPatterns { get; }

    public override ValueShape Others => _others.Value;

    public override int PrefixLength { get; }

    public override ValueShape Rest => _rest.Value;

    /// <summary>Names come from requests, so only names in the document are cached.</summary>
    public override ValueShape Property(string name)
    {
        if (_named.TryGetValue(name, out var known))
        {
            return known;
        }

        var isNamed = _names.Value.Contains(name);
        if (!isNamed && !HasPatterns)
        {
            return Others;
        }

        var shape = CombinedShape.All(_view.Member(_schema, name).Select(_reader.Read));
        return isNamed ? _named.GetOrAdd(name, shape) : shape;
    }

    public override ValueShape Item(int index) =>
        index < PrefixLength && _view.Element(_schema, index) is { } element ? _reader.Read(element) : Rest;

    /// <summary>Without <c>type</c>: the likeliest of the types that the keywords imply; none if they imply none.</summary>
    private static ValueTypes ImpliedType(DocumentNode schema, SchemaView view)
    {
        var implied = view.ImpliedTypes(schema);
        return TypeNames.Implied.FirstOrDefault(type => (implied & type) != 0);
    }

    /// <summary>
    /// Without <c>type</c>: the types of the listed values; without those, the container that is implied. A schema for numbers may get text
    /// all the same.
    /// </summary>
    private static ValueTypes TypesOf(IReadOnlyList<JsonElement> values, ValueTypes implied) =>
        values.Count > 0 ? values.Aggregate(ValueTypes.None, (types, value) => types | TypeNames.OfKind(value.ValueKind))
        : implied is ValueTypes.Object or ValueTypes.Array ? implied
        : ValueTypes.Any;

    /// <summary>The types that an <c>if</c> names, and those that a <c>not</c> leaves.</summary>
    private static ValueTypes ConditionTypes(DocumentNode schema, SchemaView view)
    {
        return (TypesOf(KeywordNames.If) ?? ValueTypes.None)
            | (TypesOf(KeywordNames.Not) is { } excluded ? ValueTypes.Any & ~excluded : ValueTypes.None);

        ValueTypes? TypesOf(string keyword) => view.Keyword(schema, keyword) is { } condition
            ? view.AllConjuncts(condition).Select(part => view.Types(part) ?? KindsOf(view.ListedValues(part)))
                .FirstOrDefault(types => types is not null)
            : null;

        static ValueTypes? KindsOf(IReadOnlyList<JsonElement> values) => values.Count == 0
            ? null
            : values.Aggregate(ValueTypes.None, (types, value) => types | TypeNames.OfKind(value.ValueKind));
    }
}
