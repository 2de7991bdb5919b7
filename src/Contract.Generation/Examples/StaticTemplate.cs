using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The one static instance of a schema, made when it is first asked for.</summary>
internal sealed class StaticTemplate : ResponseTemplate
{
    private readonly Lazy<(byte[]? Body, ResponseOrigin Origin, string? Problem)> _made;

    public StaticTemplate(MediaType mediaType, SchemaReference schema, DataGenerator generator) =>
        _made = new(() => Make(mediaType, schema, generator));

    public override ResponseOrigin Origin => _made.Value.Origin;

    public override string? Problem => _made.Value.Problem;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        problem = _made.Value.Problem;
        output.Write(_made.Value.Body);
        return problem is null;
    }

    private static (byte[]? Body, ResponseOrigin Origin, string? Problem) Make(MediaType mediaType, SchemaReference schema, DataGenerator generator)
    {
        var outcome = generator.Generate(schema, MessageDirection.Response, 0);
        var kind = outcome is GenerationOutcome.Generated { Origin: var origin }
            ? origin switch
            {
                ValueOrigin.SchemaExample => ResponseOriginKind.SchemaExample,
                ValueOrigin.SchemaDefault => ResponseOriginKind.SchemaDefault,
                _ => ResponseOriginKind.Generated,
            }
            : ResponseOriginKind.Generated;
        var (body, problem) = BodyEncoding.OfGenerated(mediaType, outcome);
        return (body, new ResponseOrigin(kind, "", schema.Node.Position, mediaType.Source), problem);
    }
}
