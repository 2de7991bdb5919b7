using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Examples;

/// <summary>The one static instance of a schema, made when it is first asked for.</summary>
internal sealed class StaticTemplate : AnswerTemplate
{
    private readonly Lazy<(byte[]? Body, AnswerOrigin Origin, string? Problem)> _made;

    public StaticTemplate(MediaType mediaType, SchemaReference schema, DataGenerator generator) =>
        _made = new(() => Make(mediaType, schema, generator));

    public override AnswerOrigin Origin => _made.Value.Origin;

    public override string? Problem => _made.Value.Problem;

    public override bool TryWrite(AnswerContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        problem = _made.Value.Problem;
        output.Write(_made.Value.Body);
        return problem is null;
    }

    private static (byte[]? Body, AnswerOrigin Origin, string? Problem) Make(MediaType mediaType, SchemaReference schema, DataGenerator generator)
    {
        var outcome = generator.Generate(schema, MessageDirection.Response, 0);
        var kind = outcome is GenerationOutcome.Generated { Origin: var origin }
            ? origin switch
            {
                ValueOrigin.SchemaExample => AnswerOriginKind.SchemaExample,
                ValueOrigin.SchemaDefault => AnswerOriginKind.SchemaDefault,
                _ => AnswerOriginKind.Generated,
            }
            : AnswerOriginKind.Generated;
        var (body, problem) = BodyEncoding.OfGenerated(mediaType, outcome);
        return (body, new AnswerOrigin(kind, "", schema.Node.Position, mediaType.Source), problem);
    }
}
