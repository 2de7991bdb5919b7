using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Values that stand in the document: examples, defaults, enumerations. None is taken unless the compiled schemas accept it.
/// </summary>
internal sealed class OfferedValues(GenerationRun run)
{
    /// <summary>The discriminator's text; else, in static mode, the first example or default that fits.</summary>
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

    /// <summary>One of the values of <c>const</c> or <c>enum</c> that every schema accepts; null where none of them lists values.</summary>
    public GenerationResult? FromValues(SchemaShape shape, ValueRequest request, SeededRandom random)
    {
        var constant = shape.First("const");
        var list = shape.All("enum").Where(node => node.Value.ValueKind == JsonValueKind.Array)
            .OrderBy(node => node.Value.GetArrayLength()).Cast<DocumentNode?>().FirstOrDefault();
        if ((constant ?? list) is not { } place)
        {
            return null;
        }

        var values = constant is { } single ? [single] : list!.Value.Elements().ToList();
        var start = values.Count == 0 ? 0 : run.Mode == GenerationMode.Static ? request.Ordinal % values.Count : random.Next(values.Count);
        var turned = values.Skip(start).Concat(values.Take(start)).OrderBy(value => value.Value.ValueKind == JsonValueKind.Null ? 1 : 0);
        foreach (var value in turned)
        {
            var json = JsonPieces.Minified(value.Value);
            if (run.Fits(request.Schemas, json))
            {
                return new GeneratedValue.Literal(json) { Origin = ValueOrigin.SchemaValue };
            }
        }

        return new GenerationFault(
            place,
            constant is null ? "none of its values satisfies the schemas that apply" : "its value does not satisfy the schemas that apply");
    }

    /// <summary>The examples that the schemas around this value have here, then this schema's own, then its default.</summary>
    private IEnumerable<(DocumentNode Value, ValueOrigin Origin)> Offers(ValueRequest request)
    {
        foreach (var hint in request.Hints)
        {
            yield return (hint, ValueOrigin.SchemaExample);
        }

        var places = request.Schemas.SelectMany(Leading).ToList();
        foreach (var place in places)
        {
            foreach (var example in Examples(place))
            {
                yield return (example, ValueOrigin.SchemaExample);
            }
        }

        foreach (var place in places)
        {
            if (run.Reader.Keyword(place, "default") is { } value && SaysSomething(value.Value))
            {
                yield return (value, ValueOrigin.SchemaDefault);
            }
        }
    }

    public IEnumerable<DocumentNode> Examples(DocumentNode schema)
    {
        if (run.Reader.Keyword(schema, "example") is { } example)
        {
            yield return example;
        }

        foreach (var one in run.Reader.Keyword(schema, "examples")?.Elements() ?? [])
        {
            yield return one;
        }
    }

    /// <summary>
    /// The schema and what its references lead to: their examples are examples of the whole; those of a part of <c>allOf</c> are
    /// not.
    /// </summary>
    private IEnumerable<DocumentNode> Leading(DocumentNode schema)
    {
        DocumentNode? place = schema;
        for (var step = 0; place is { } at && step < 16; step++)
        {
            if (run.Reader.HasSiblings(at))
            {
                yield return at;
            }

            place = run.Reader.Target(at);
        }
    }

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => true,
    };
}
