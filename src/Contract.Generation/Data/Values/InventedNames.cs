using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>Names for properties that the schema does not list, where <c>minProperties</c> requires more than it lists.</summary>
internal sealed class InventedNames(GenerationRun run, SchemaShape shape, ValueRequest request)
{
    private const int MaxAttempts = 20;

    /// <summary>
    /// Names that match <c>patternProperties</c>, then names that <c>propertyNames</c> accepts, or <c>property1</c> and so on without it.
    /// </summary>
    public IEnumerable<string> Enumerate(int count, SeededRandom random)
    {
        foreach (var (pattern, _) in shape.All(KeywordNames.PatternProperties).SelectMany(patterns => patterns.Members()))
        {
            if (run.Reader.Pattern(pattern) is { } expression)
            {
                for (var index = 0; index < count + MaxAttempts; index++)
                {
                    if (PatternText.Generate(expression, index / 4, int.MaxValue, random, Allowed) is { } name)
                    {
                        yield return name;
                    }
                }
            }
        }

        var schemas = shape.All(KeywordNames.PropertyNames).ToImmutableArray();
        for (var index = 0; index < count + MaxAttempts; index++)
        {
            if (schemas.IsEmpty)
            {
                yield return $"property{index + 1}";
            }
            else if (Generate(schemas, index) is { } name)
            {
                yield return name;
            }
        }
    }

    private bool Allowed(string name) =>
        !PropertySchemas.Of(run, shape, name).Any(SchemaReader.IsFalse)
        && run.Fits(shape.All(KeywordNames.PropertyNames), JsonPieces.Quote(name));

    private string? Generate(ImmutableArray<DocumentNode> schemas, int index)
    {
        var name = new ValueGenerator(run).Generate(new ValueRequest
        {
            Schemas = schemas,
            Name = "property",
            Ordinal = index,
            Depth = request.Depth + 1,
            Seed = StableSeed.Combine(request.Seed, (ulong)index),
        });
        return name is GeneratedValue.Literal { Utf8: [(byte)'"', ..] and var quoted }
            ? JsonSerializer.Deserialize(quoted, NameJson.Default.String)
            : null;
    }
}

[JsonSerializable(typeof(string))]
internal sealed partial class NameJson : JsonSerializerContext;
