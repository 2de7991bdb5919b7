using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Generation.Examples.Templates;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>An example in which <c>x-echo</c> replaces values by values of the request.</summary>
internal sealed class EchoTemplate(ResponseOrigin origin, TemplatePiece[] pieces, IReadOnlyList<EchoFault> faults) : ResponseTemplate
{
    public override ResponseOrigin Origin => origin;

    /// <summary>The parts of the body, in order.</summary>
    public IReadOnlyList<TemplatePiece> Pieces => pieces;

    public override IReadOnlyList<EchoFault> Faults => faults;

    public override bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem)
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
