using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The static instance of a schema, generated on first use.</summary>
internal sealed class StaticTemplate(MediaType mediaType, SchemaReference schema, DataGenerator generator) : ResponseTemplate
{
    private readonly Lazy<ResponseTemplate> _generated = new(() => Generate(mediaType, schema, generator));

    public override ResponseOrigin Origin => _generated.Value.Origin;

    public override string? Problem => _generated.Value.Problem;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem) =>
        _generated.Value.TryWrite(context, output, out problem);

    private static ResponseTemplate Generate(MediaType mediaType, SchemaReference schema, DataGenerator generator)
    {
        var outcome = generator.Generate(schema, MessageDirection.Response, 0);
        var origin = new ResponseOrigin(KindOf(outcome), "", schema.Node.Position, mediaType.Source);
        return BodyEncoding.TryEncodeGenerated(mediaType, outcome, out var body, out var problem)
            ? new FixedTemplate(origin, body)
            : new FailedTemplate(origin, problem);
    }

    private static ResponseOriginKind KindOf(GenerationOutcome outcome) => outcome switch
    {
        GenerationOutcome.Generated { Origin: ValueOrigin.SchemaExample } => ResponseOriginKind.SchemaExample,
        GenerationOutcome.Generated { Origin: ValueOrigin.SchemaDefault } => ResponseOriginKind.SchemaDefault,
        _ => ResponseOriginKind.Generated,
    };
}
