using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>
/// Data generated for each request: the same for the same seed, method, path and body. Where varied data cannot be found, the
/// static instance.
/// </summary>
internal sealed class DynamicTemplate(MediaType mediaType, SchemaReference schema, DataGenerator generator) : ResponseTemplate
{
    private readonly StaticTemplate _static = new(mediaType, schema, generator);

    public override ResponseOrigin Origin { get; } = new(ResponseOriginKind.Generated, "", schema.Node.Position, mediaType.Source);

    public override string? Problem => _static.Problem;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        var outcome = generator.Generate(schema, MessageDirection.Response, SeedOf(context), GenerationMode.Dynamic);
        if (!BodyEncoding.TryEncodeGenerated(mediaType, outcome, out var body, out problem))
        {
            return _static.TryWrite(context, output, out problem);
        }

        output.Write(body);
        return true;
    }

    private static ulong SeedOf(ResponseContext context)
    {
        var seed = StableSeed.Combine(StableSeed.Combine(context.Seed, context.Method), context.Path);
        return context.TryGetBody(out var body) ? StableSeed.Combine(seed, body.Raw) : seed;
    }
}
