using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Values from the document: examples, defaults, constants and enumerations. Only values that the compiled schemas accept are used.
/// </summary>
internal sealed class OfferedValues(GenerationRun run)
{
    /// <summary>The discriminator's text, else, in static mode, the first example or default that fits; null without any.</summary>
    public GenerationResult? First(ValueRequest request)
    {
        if (request.Discriminator is { } text && GeneratedValue.Text(text) is var named && run.Fits(request.Schemas, named.ToUtf8()))
        {
            return named;
        }

        if (run.Mode == GenerationMode.Dynamic)
        {
            return null;
        }

        foreach (var (offer, origin) in Offers(request))
        {
            var json = JsonPieces.Minified(offer.Value);
            if (json.Length <= run.Limits.MaxBytes && run.Fits(request.Schemas, json))
            {
                return new GeneratedValue.Literal(json) { Origin = origin };
            }
        }

        return null;
    }

    /// <summary>A value of <c>const</c> or <c>enum</c> that every schema accepts; null where no schema has either keyword.</summary>
    public GenerationResult? FromValues(SchemaShape shape, ValueRequest request, SeededRandom random)
    {
        var constant = shape.First(KeywordNames.Const);
        var list = shape.All(KeywordNames.Enum).Where(node => node.Value.ValueKind == JsonValueKind.Array)
            .OrderBy(node => node.Value.GetArrayLength()).Cast<DocumentNode?>().FirstOrDefault();
        if ((constant ?? list) is not { } place)
        {
            return null;
        }

        var values = constant is { } single ? [single.Value] : list!.Value.Value.EnumerateArray().ToList();
        run.Count(values.Count / 2);
        var start = values.Count == 0 ? 0 : run.Mode == GenerationMode.Static ? request.Ordinal % values.Count : random.Next(values.Count);
        var turned = values.Skip(start).Concat(values.Take(start));
        foreach (var value in turned.Where(IsNotNull).Concat(turned.Where(value => !IsNotNull(value))))
        {
            var json = JsonPieces.Minified(value);
            if (run.Fits(request.Schemas, json))
            {
                return new GeneratedValue.Literal(json) { Origin = ValueOrigin.SchemaValue };
            }
        }

        return new GenerationFault(
            place,
            constant is null ? "none of its values satisfies the schemas that apply" : "its value does not satisfy the schemas that apply");
    }

    /// <summary>The values that examples of the parent have at this place, then the schema's own examples, then its default.</summary>
    private IEnumerable<(DocumentNode Value, ValueOrigin Origin)> Offers(ValueRequest request)
    {
        foreach (var hint in request.Hints)
        {
            yield return (hint, ValueOrigin.SchemaExample);
        }

        var places = request.Schemas.SelectMany(ReferenceChain).ToList();
        foreach (var place in places)
        {
            foreach (var example in Examples(place))
            {
                yield return (example, ValueOrigin.SchemaExample);
            }
        }

        foreach (var place in places)
        {
            if (run.Reader.Keyword(place, KeywordNames.Default) is { } value && IsMeaningful(value.Value))
            {
                yield return (value, ValueOrigin.SchemaDefault);
            }
        }
    }

    private IEnumerable<DocumentNode> Examples(DocumentNode schema)
    {
        if (run.Reader.Keyword(schema, KeywordNames.Example) is { } example)
        {
            yield return example;
        }

        foreach (var element in run.Reader.Keyword(schema, KeywordNames.Examples)?.Elements() ?? [])
        {
            yield return element;
        }
    }

    /// <summary>
    /// The schema and the targets of its references, whose examples are examples of the whole value, unlike those of a part of
    /// <c>allOf</c>.
    /// </summary>
    private IEnumerable<DocumentNode> ReferenceChain(DocumentNode schema)
    {
        DocumentNode? place = schema;
        for (var step = 0; place is { } at && step < 16; step++)
        {
            yield return at;
            place = run.Reader.Targets(at) is [var target, ..] ? target : null;
        }
    }

    private static bool IsNotNull(JsonElement value) => value.ValueKind != JsonValueKind.Null;

    private static bool IsMeaningful(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => true,
    };
}
