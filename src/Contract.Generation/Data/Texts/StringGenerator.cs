using System.Text.Json;
using SocialContract.Contract.Generation.Data.Plausible;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>
/// Generates strings: candidates of the format, else those that the name suggests, else matches of the pattern. Each candidate is checked
/// against all keywords.
/// </summary>
internal sealed class StringGenerator(GenerationRun run)
{
    public GenerationResult Generate(SchemaShape shape, ValueRequest request, Variation variation, SeededRandom random)
    {
        var min = shape.Count(KeywordNames.MinLength, greatest: true) ?? 0;
        var maxLength = shape.Count(KeywordNames.MaxLength, greatest: false);
        var max = Math.Min(maxLength ?? int.MaxValue, run.Limits.MaxBytes);
        if (min > max)
        {
            var isOfLimits = min > run.Limits.MaxBytes;
            return new GenerationFault(
                shape.PlaceOf(KeywordNames.MinLength, request.Schemas[0]),
                isOfLimits
                    ? $"a string of {min} characters exceeds the size limit of generated data"
                    : $"a string cannot have at least {min} and at most {max} characters",
                isOfLimits);
        }

        var patterns = shape.All(KeywordNames.Pattern).Select(run.Reader.Pattern).OfType<EcmaPattern>().ToList();
        var formats = Formats(shape).ToList();
        var mustBeTried = shape.MustBeTried || (formats.Count > 0 && (patterns.Count > 0 || formats.Count > 1));

        bool Accepts(string text) =>
            Length(text) is var length && length >= min && length <= max
            && patterns.TrueForAll(pattern => pattern.SurelyMatches(text))
            && (!mustBeTried || run.Fits(request.Schemas, JsonPieces.Quote(text)));

        var isKnownFormat = false;
        var @fixed = run.Mode == GenerationMode.Static && variation != Variation.Random;
        foreach (var format in formats)
        {
            foreach (var text in FormatText.Candidates(format, random, @fixed, request.Ordinal, min))
            {
                isKnownFormat = true;
                if (Accepts(text))
                {
                    return GeneratedValue.Text(text);
                }
            }
        }

        if (!isKnownFormat)
        {
            foreach (var text in FreeTexts(request, @fixed, patterns.Count == 0, min, max, random))
            {
                if (Accepts(text))
                {
                    return GeneratedValue.Text(text);
                }
            }
        }

        foreach (var pattern in patterns)
        {
            if (PatternText.Generate(pattern, min, max, random, Accepts, request.Repeat) is { } text)
            {
                return GeneratedValue.Text(text);
            }
        }

        if (patterns.Count == 0 && formats.Count == 0 && shape.Excluded.Count > 0)
        {
            return new GenerationFault(shape.Excluded[0], "no value was found that satisfies not together with its sibling keywords");
        }

        var place = shape.PlaceOf([KeywordNames.Pattern, KeywordNames.Format, KeywordNames.MaxLength], request.Schemas[0]);
        return new GenerationFault(place, $"no matching string{Describe(min, maxLength)} was found");
    }

    private static string Describe(int min, int? max) => (min, max) switch
    {
        (0, null) => "",
        (_, null) => $" of at least {min} characters",
        _ => $" of {min} to {max} characters",
    };

    private static IEnumerable<string> Formats(SchemaShape shape)
    {
        foreach (var node in shape.All(KeywordNames.Format))
        {
            if (node.Value.ValueKind == JsonValueKind.String)
            {
                yield return node.Value.GetString()!;
            }
        }

        if (shape.All(KeywordNames.ContentEncoding)
            .Any(node => node.Value.ValueKind == JsonValueKind.String && node.Value.ValueEquals("base64")))
        {
            yield return "byte";
        }
    }

    /// <param name="withPlainText">Whether plain text is a candidate; it would not match a pattern.</param>
    private static IEnumerable<string> FreeTexts(
        ValueRequest request, bool @fixed, bool withPlainText, int min, int max, SeededRandom random)
    {
        if (PlausibleWords.For(request.Name) is { } words)
        {
            var start = @fixed ? request.Ordinal : random.Next(words.Count);
            for (var index = 0; index < words.Count; index++)
            {
                yield return words[(start + index) % words.Count];
            }
        }

        if (withPlainText)
        {
            yield return PlainText.Of(request.Name, @fixed ? request.Ordinal : random.Between(1, 9999), min, max);
        }
    }

    /// <summary>In code points, as minLength and maxLength count.</summary>
    private static int Length(string text) => text.EnumerateRunes().Count();
}
