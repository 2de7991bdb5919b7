using System.Text;
using System.Text.Json;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Chooses values to send: an example that its schema accepts, else generated data, else any example.</summary>
/// <param name="maxWork">
/// The work of all generated values together, in the units of <see cref="GenerationLimits.MaxWork"/>; beyond it none is generated.
/// </param>
internal sealed class SampleValues(DataGenerator generator, long maxWork = SampleValues.MaxWork)
{
    /// <summary>Work that takes a few seconds, in the units of <see cref="GenerationLimits.MaxWork"/>.</summary>
    private const long MaxWork = 10_000_000;

    private long _left = maxWork;

    /// <param name="examples">In document order.</param>
    /// <param name="schema">Null: every value is accepted.</param>
    /// <param name="choose">Picks one of several examples.</param>
    /// <returns>Null where there is no example and no data can be generated.</returns>
    public JsonElement? Of(IReadOnlyList<Example> examples, SchemaReference? schema, Func<IReadOnlyList<JsonElement>, JsonElement> choose)
    {
        var written = Written(examples);
        var fitting = written.Where(value => Fits(value, schema)).ToList();
        return fitting.Count > 0 ? choose(fitting)
            : schema is not null && Generate(schema) is { } generated ? generated
            : written.Count > 0 ? choose(written)
            : null;
    }

    /// <summary>The examples that have a value.</summary>
    public static IReadOnlyList<JsonElement> Written(IReadOnlyList<Example> examples) =>
        [.. examples.Where(example => example.Value is not null).Select(example => example.Value!.Value.Value)];

    private static bool Fits(JsonElement value, SchemaReference? schema) =>
        schema?.Compiled(MessageDirection.Request) is not CompileResult.Compiled { Schema: var compiled }
        || compiled.IsValid(Encoding.UTF8.GetBytes(value.GetRawText()));

    private JsonElement? Generate(SchemaReference schema)
    {
        if (_left <= 0 || schema.Compiled(MessageDirection.Request) is CompileResult.Failed)
        {
            return null;
        }

        var outcome = generator.Generate([schema.Node], MessageDirection.Request, seed: 0, GenerationMode.Static, _left, out var work);
        _left -= work;
        return outcome is GenerationOutcome.Generated generated ? JsonElement.Parse(generated.Json.Span) : null;
    }
}
