using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Examples;

/// <summary>An example of which some reflects the request.</summary>
internal sealed class EchoTemplate(AnswerOrigin origin, TemplatePiece[] pieces, IReadOnlyList<EchoFault> faults) : AnswerTemplate
{
    public override AnswerOrigin Origin => origin;

    public override IReadOnlyList<EchoFault> Faults => faults;

    public override bool TryWrite(AnswerContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
    {
        var scope = new EchoScope(context);
        foreach (var piece in pieces)
        {
            piece.Write(scope, output);
        }

        problem = null;
        return true;
    }
}
