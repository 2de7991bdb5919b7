using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Examples;

/// <summary>The body of <c>x-violations: name-to-sentences</c>: what the request did wrong, in the API's own words.</summary>
internal sealed class ViolationTemplate(MediaType mediaType) : AnswerTemplate
{
    public override AnswerOrigin Origin { get; } = new(AnswerOriginKind.Violations, "", mediaType.Node.Position, mediaType.Source);

    public override bool TryWrite(AnswerContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        ViolationAnswer.Write(context.Violations, output);
        problem = null;
        return true;
    }
}
