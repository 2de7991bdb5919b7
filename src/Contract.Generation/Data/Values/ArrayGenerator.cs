using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Plausible;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>
/// Generates arrays with as many elements as look natural within the limits. Each element satisfies every schema that applies at its
/// index.
/// </summary>
internal sealed class ArrayGenerator(GenerationRun run, ValueGenerator values)
{
    private const int MaxRepeats = 40;

    public GenerationResult Generate(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var min = shape.Count(KeywordNames.MinItems, greatest: true) ?? 0;
        var max = shape.Count(KeywordNames.MaxItems, greatest: false) ?? int.MaxValue;
        var containing = ContainsCount(shape);
        var needed = Math.Max(min, containing);
        if (needed > max)
        {
            return new GenerationFault(
                shape.PlaceOf(min > max ? KeywordNames.MinItems : KeywordNames.Contains, request.Schemas[0]),
                $"an array cannot have at least {needed} and at most {max} elements");
        }

        if (needed > run.Limits.MaxBytes / 2)
        {
            return new GenerationFault(
                shape.PlaceOf(KeywordNames.MinItems, request.Schemas[0]),
                $"an array of {needed} elements exceeds the size limit of generated data",
                OfLimits: true);
        }

        var unique = shape.All(KeywordNames.UniqueItems).Any(node => node.Value.ValueKind == JsonValueKind.True);
        var count = Math.Clamp(NaturalCount(shape, request, variation, random), needed, max);
        var firstContaining = Math.Max(0, Math.Min(shape.PrefixLength(), count - containing));
        var elements = new List<GeneratedValue>();
        var bytes = 0L;
        var texts = new HashSet<string>();
        for (var index = 0; index < count; index++)
        {
            var contained = index >= firstContaining && index < firstContaining + containing;
            var element = Element(shape, request, index, contained, unique ? texts : null, variation);
            if (element is GeneratedValue value)
            {
                elements.Add(value);
                bytes += GeneratedValue.Array.LeastBytesOf(value);
                if (!run.TryGrow(bytes))
                {
                    return run.LimitFault(request.Schemas[0]);
                }
            }
            else if (index >= needed)
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

    private GenerationResult Element(
        SchemaShape shape, ValueRequest request, int index, bool contained, HashSet<string>? texts, Variation variation)
    {
        // The schema true demands nothing.
        ImmutableArray<DocumentNode> schemas =
            [.. shape.Element(index, contained).Where(schema => schema.Value.ValueKind != JsonValueKind.True)];
        for (var repeat = 0; repeat < (texts is null ? 1 : MaxRepeats); repeat++)
        {
            var seed = StableSeed.Combine(request.Seed, (ulong)index + 1);
            GenerationResult element = schemas.IsEmpty
                ? GeneratedValue.Text(PlainText.Of(request.Name, index + repeat, 0, int.MaxValue))
                : values.Generate(new ValueRequest
                {
                    Schemas = schemas,
                    Name = request.Name,
                    Ordinal = index + repeat,
                    Repeat = request.Repeat + repeat,
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

        return new GenerationFault(
            shape.PlaceOf(KeywordNames.UniqueItems, request.Schemas[0]), $"fewer than {index + 1} different elements were found");
    }

    private int NaturalCount(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var prefix = shape.PrefixLength();
        if (variation == Variation.Minimal)
        {
            return 0;
        }

        var items = shape.Element(prefix);
        if (items.Any(SchemaReader.IsFalse) || !run.TakesOptional(request.Depth)
            || items.Any(item => run.Reader.Conjuncts(item).Any(shape.IsInParents) || shape.Includes(item))
            || items.Any(item => request.Depth + run.MinimumDepth.Of(item) >= run.Limits.MaxDepth))
        {
            return prefix;
        }

        return prefix + (variation == Variation.Random ? random.Next(4)
            : run.Mode == GenerationMode.Dynamic ? random.Between(1, 3)
            : prefix > 0 ? 0
            : request.Depth == 0 ? 2 : 1);
    }

    private static ImmutableArray<DocumentNode> HintsAt(ValueRequest request, int index) =>
        [
            .. request.Hints
                .Where(hint => hint.Value.ValueKind == JsonValueKind.Array && index < hint.Value.GetArrayLength())
                .Select(hint => hint.Elements().ElementAt(index)),
        ];

    /// <summary>How many elements <c>contains</c> requires: 1 unless <c>minContains</c> says otherwise.</summary>
    private static int ContainsCount(SchemaShape shape) =>
        shape.All(KeywordNames.Contains).Any() ? shape.Count(KeywordNames.MinContains, greatest: true) ?? 1 : 0;
}
