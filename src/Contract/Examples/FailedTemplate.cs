using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Examples;

/// <summary>A body that the document asks for and nobody can write.</summary>
internal sealed class FailedTemplate(AnswerOrigin origin, string reason) : AnswerTemplate
{
    public override AnswerOrigin Origin => origin;

    public override string? Problem => reason;

    public override bool TryWrite(AnswerContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        problem = reason;
        return false;
    }
}
