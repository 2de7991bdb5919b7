using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The body of <c>x-violations: name-to-sentences</c>: the violations of the request in the documentation's words.</summary>
internal sealed class ViolationTemplate(MediaType mediaType) : ResponseTemplate
{
    public override ResponseOrigin Origin { get; } = new(ResponseOriginKind.Violations, "", mediaType.Node.Position, mediaType.Source);

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        ViolationBody.Write(context.Violations, output);
        problem = null;
        return true;
    }
}
