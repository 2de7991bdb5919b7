using System.Numerics;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Plausible;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Numbers;

/// <summary>Generates numbers and booleans.</summary>
internal sealed class NumberGenerator(GenerationRun run)
{
    private const int Span = 1000;

    public GenerationResult Generate(SchemaShape shape, ValueRequest request, bool integer, Variation variation, SeededRandom random)
    {
        var bounds = Bounds(shape, integer);
        if (bounds.IsEmpty)
        {
            var place = shape.PlaceOf(
                [KeywordNames.ExclusiveMaximum, KeywordNames.Maximum, KeywordNames.MultipleOf, KeywordNames.Minimum],
                request.Schemas[0]);
            return new GenerationFault(place, $"no {(integer ? "integer" : "number")} lies within the limits that apply here");
        }

        var index = run.Mode == GenerationMode.Static && variation != Variation.Random
            ? Wrapped(bounds, bounds.Nearest(PlausibleNumbers.For(request.Name, integer)), request.Ordinal)
            : Random(bounds, PlausibleNumbers.For(request.Name, integer), random);
        return GeneratedValue.Number(bounds.At(index).ToString());
    }

    public GeneratedValue Boolean(ValueRequest request, Variation variation, SeededRandom random) =>
        run.Mode == GenerationMode.Static && variation != Variation.Random
            ? GeneratedValue.Boolean(!IsUsuallyFalse(request.Name) ^ (request.Ordinal % 2 == 1))
            : GeneratedValue.Boolean(random.Once(2));

    private static bool IsUsuallyFalse(string name) =>
        PropertyWords.Of(name) is
            [.., "deleted" or "disabled" or "archived" or "blocked" or "suspended" or "locked" or "expired" or "hidden" or "error"];

    private static BigInteger Wrapped(NumberBounds bounds, BigInteger index, int ordinal)
    {
        index += ordinal;
        return bounds.Last is { } last && index > last && bounds.Count is { } count
            ? bounds.First!.Value + (index - bounds.First.Value) % count
            : bounds.Last is { } end && index > end ? end - ordinal
            : index;
    }

    private static BigInteger Random(NumberBounds bounds, ExactNumber usual, SeededRandom random)
    {
        if (bounds.Count is { } count && count <= 1_000_000)
        {
            return bounds.First!.Value + random.Next(count);
        }

        // From 0 to twice the usual value, as far as the limits allow.
        var first = bounds.Nearest(new(0, 0));
        var last = bounds.Nearest(new(BigInteger.Max(usual.Unscaled * 2, Span * BigInteger.Pow(10, usual.Scale)), usual.Scale));
        return first < last ? first + random.Next(last - first + 1)
            : bounds.First is { } low && bounds.Last is null ? low + random.Next(Span)
            : bounds.Last is { } high && bounds.First is null ? high - random.Next(Span)
            : bounds.First!.Value + random.Next(bounds.Count!.Value);
    }

    private static NumberBounds Bounds(SchemaShape shape, bool integer)
    {
        var minimums = new List<NumberLimit>();
        var maximums = new List<NumberLimit>();
        foreach (var part in shape.Known)
        {
            AddLimit(part, KeywordNames.Minimum, KeywordNames.ExclusiveMinimum, minimums);
            AddLimit(part, KeywordNames.Maximum, KeywordNames.ExclusiveMaximum, maximums);
            AddFormat(part, minimums, maximums);
        }

        var multiples = shape.All(KeywordNames.MultipleOf).Select(Read).OfType<ExactNumber>()
            .Where(multiple => multiple.Unscaled.Sign > 0).ToList();
        return NumberBounds.Of(minimums, maximums, multiples, integer, places: 2);
    }

    /// <summary>
    /// Exclusive limits are numbers since JSON Schema draft 6; in OpenAPI 3.0 they are booleans that modify the inclusive ones.
    /// </summary>
    private static void AddLimit(KnownSchema part, string inclusive, string exclusive, List<NumberLimit> limits)
    {
        if (part[inclusive] is { } node && Read(node) is { } limit)
        {
            limits.Add(new(limit, part.IsTrue(exclusive)));
        }

        if (part[exclusive] is { } other && Read(other) is { } value)
        {
            limits.Add(new(value, Exclusive: true));
        }
    }

    private static void AddFormat(KnownSchema part, List<NumberLimit> minimums, List<NumberLimit> maximums)
    {
        if (part.Text(KeywordNames.Format) is { } name && FormatCatalog.Find(name)?.Range is { } range
            && ExactNumber.TryParse(range.Least, out var least) && ExactNumber.TryParse(range.Greatest, out var greatest))
        {
            minimums.Add(new(least, Exclusive: false));
            maximums.Add(new(greatest, Exclusive: false));
        }
    }

    private static ExactNumber? Read(DocumentNode node) =>
        node.Value.ValueKind == JsonValueKind.Number && ExactNumber.TryParse(node.Value.GetRawText(), out var number) ? number : null;
}
