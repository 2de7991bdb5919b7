using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>A body that is the same for every request, or no body.</summary>
internal sealed class FixedTemplate(ResponseOrigin origin, byte[]? body) : ResponseTemplate
{
    public override ResponseOrigin Origin => origin;

    public override bool HasBody => body is not null;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        output.Write(body);
        problem = null;
        return true;
    }
}
