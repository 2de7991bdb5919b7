using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Plausible;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>Arrays: as many elements as look natural within the limits, each made for all schemas that apply at its index.</summary>
internal sealed class ArrayGenerator(GenerationRun run, ValueGenerator values)
{
    private const int MostRepeats = 40;

    public GenerationResult Generate(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var min = shape.Count("minItems", greatest: true) ?? 0;
        var max = shape.Count("maxItems", greatest: false) ?? int.MaxValue;
        var wanted = ContainsCount(shape);
        var least = Math.Max(min, wanted);
        if (least > max)
        {
            return new GenerationFault(
                shape.Blame(min > max ? "minItems" : "contains", request.Schemas[0]),
                $"no array has at least {least} and at most {max} elements");
        }

        if (least > run.Limits.MaxBytes / 2)
        {
            return new GenerationFault(
                shape.Blame("minItems", request.Schemas[0]),
                $"an array of {least} elements is longer than what is generated",
                OfLimits: true);
        }

        var unique = shape.All("uniqueItems").Any(node => node.Value.ValueKind == JsonValueKind.True);
        var count = Math.Clamp(Natural(shape, request, variation, random), least, max);
        var firstContaining = Math.Max(0, Math.Min(Prefix(shape), count - wanted));
        var elements = new List<GeneratedValue>(count);
        var texts = new HashSet<string>();
        for (var index = 0; index < count; index++)
        {
            var containing = index >= firstContaining && index < firstContaining + wanted;
            var element = Element(shape, request, index, containing, unique ? texts : null, variation);
            if (element is GeneratedValue value)
            {
                elements.Add(value);
            }
            else if (index >= least)
            {
                break;
            }
            else
            {
                return element;
            }
        }

        return new GeneratedValue.Array(elements);
    }

    private GenerationResult Element(SchemaShape shape, ValueRequest request, int index, bool containing, HashSet<string>? texts, Variation variation)
    {
        var schemas = SchemasAt(shape, index);
        if (containing)
        {
            schemas = schemas.AddRange(shape.All("contains"));
        }

        for (var repeat = 0; repeat < (texts is null ? 1 : MostRepeats); repeat++)
        {
            var seed = StableSeed.Combine(request.Seed, (ulong)index + 1);
            GenerationResult element = schemas.IsEmpty
                ? GeneratedValue.Text(PlainText.Of(request.Name, index + repeat, 0, int.MaxValue))
                : values.Generate(new ValueRequest
                {
                    Schemas = schemas,
                    Name = request.Name,
                    Ordinal = index + repeat,
                    Depth = request.Depth + 1,
                    Seed = repeat == 0 && variation != Variation.Random ? seed : StableSeed.Combine(seed, (ulong)repeat + request.Seed),
                    Hints = HintsAt(request, index),
                    Around = shape,
                });
            if (texts is null || element is not GeneratedValue value || texts.Add(Encoding.UTF8.GetString(value.ToUtf8())))
            {
                return element;
            }
        }

        return new GenerationFault(shape.Blame("uniqueItems", request.Schemas[0]), $"no {index + 1} different elements were found");
    }

    private int Natural(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var prefix = Prefix(shape);
        if (variation == Variation.Minimal)
        {
            return 0;
        }

        if (!TakesMore(shape, prefix))
        {
            return prefix;
        }

        var items = SchemasAt(shape, prefix);
        if (request.Depth >= run.OptionalDepth
            || items.Any(item => run.Reader.Conjuncts(item).Any(shape.IsAround) || shape.Includes(item))
            || items.Any(item => request.Depth + run.MinimumDepth.HeightOf(item) >= run.Limits.MaxDepth))
        {
            return prefix;
        }

        return prefix + (variation == Variation.Random ? random.Next(4)
            : run.Mode == GenerationMode.Dynamic ? random.Between(1, 3)
            : prefix > 0 ? 0
            : request.Depth == 0 ? 2 : 1);
    }

    /// <summary>Whether elements after the first <paramref name="prefix"/> are possible.</summary>
    private static bool TakesMore(SchemaShape shape, int prefix) =>
        !SchemasAt(shape, prefix).Any(SchemaReader.IsFalse)
        && !(shape.All("unevaluatedItems").Any(SchemaReader.IsFalse) && !shape.All("items").Any());

    private static int Prefix(SchemaShape shape) =>
        shape.All("prefixItems")
            .Where(node => node.Value.ValueKind == JsonValueKind.Array)
            .Select(node => node.Value.GetArrayLength())
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Each part's <c>prefixItems</c> at that index, else its <c>items</c>.</summary>
    private static ImmutableArray<DocumentNode> SchemasAt(SchemaShape shape, int index)
    {
        var schemas = ImmutableArray.CreateBuilder<DocumentNode>();
        foreach (var (prefix, items) in shape.Pairs("prefixItems", "items"))
        {
            if (prefix is { Value.ValueKind: JsonValueKind.Array } list && index < list.Value.GetArrayLength())
            {
                schemas.Add(list.Elements().ElementAt(index));
            }
            else if (items is { Value.ValueKind: JsonValueKind.Object or JsonValueKind.False } rest)
            {
                schemas.Add(rest);
            }
        }

        return schemas.ToImmutable();
    }

    private static ImmutableArray<DocumentNode> HintsAt(ValueRequest request, int index) =>
        [
            .. request.Hints
                .Where(hint => hint.Value.ValueKind == JsonValueKind.Array && index < hint.Value.GetArrayLength())
                .Select(hint => hint.Elements().ElementAt(index)),
        ];

    /// <summary>How many elements <c>contains</c> asks for: one unless <c>minContains</c> says otherwise.</summary>
    private static int ContainsCount(SchemaShape shape) =>
        shape.All("contains").Any() ? shape.Count("minContains", greatest: true) ?? 1 : 0;
}
