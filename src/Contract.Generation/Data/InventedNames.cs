using System.Collections.Immutable;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data;

/// <summary>Names for properties that nothing describes, where minProperties needs more than the document names.</summary>
internal sealed class InventedNames(GenerationRun run, SchemaShape shape, ValueRequest request)
{
    private const int MostTries = 20;

    /// <summary>Names that <c>patternProperties</c> describes, then names that <c>propertyNames</c> allows, then plain ones.</summary>
    public IEnumerable<string> Enumerate(int count, SeededRandom random)
    {
        foreach (var (pattern, _) in shape.All("patternProperties").SelectMany(patterns => patterns.Members()))
        {
            if (run.Reader.Pattern(pattern) is { } expression)
            {
                for (var index = 0; index < count + MostTries; index++)
                {
                    if (PatternText.Generate(expression, index / 4, int.MaxValue, random, Allowed) is { } name)
                    {
                        yield return name;
                    }
                }
            }
        }

        var schemas = shape.All("propertyNames").ToImmutableArray();
        for (var index = 0; index < count + MostTries; index++)
        {
            if (schemas.IsEmpty)
            {
                yield return $"property{index + 1}";
            }
            else if (Named(schemas, index) is { } name)
            {
                yield return name;
            }
        }
    }

    private bool Allowed(string name) =>
        !PropertySchemas.Of(run, shape, name).Any(SchemaReader.IsFalse)
        && run.Fits(shape.All("propertyNames"), JsonPieces.Quote(name));

    private string? Named(ImmutableArray<DocumentNode> schemas, int index)
    {
        var names = new ValueGenerator(run).Generate(new ValueRequest
        {
            Schemas = schemas,
            Name = "property",
            Ordinal = index,
            Depth = request.Depth + 1,
            Seed = StableSeed.Combine(request.Seed, (ulong)index),
        });
        return names.Value is GeneratedValue.Literal literal && literal.Utf8.Span is [(byte)'"', ..]
            ? System.Text.Json.JsonSerializer.Deserialize(literal.Utf8.Span, GenerationJson.Default.String)
            : null;
    }
}
