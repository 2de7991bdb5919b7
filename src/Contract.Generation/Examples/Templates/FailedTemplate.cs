using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>A body that cannot be written, with the reason.</summary>
internal sealed class FailedTemplate(ResponseOrigin origin, string reason) : ResponseTemplate
{
    public override ResponseOrigin Origin => origin;

    public override string? Problem => reason;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        problem = reason;
        return false;
    }
}
