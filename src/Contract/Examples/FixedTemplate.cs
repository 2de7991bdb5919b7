using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Examples;

/// <summary>A body that is always the same, or none.</summary>
internal sealed class FixedTemplate(AnswerOrigin origin, byte[]? body) : AnswerTemplate
{
    public override AnswerOrigin Origin => origin;

    public override bool HasBody => body is not null;

    public override bool TryWrite(AnswerContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        output.Write(body);
        problem = null;
        return true;
    }
}
