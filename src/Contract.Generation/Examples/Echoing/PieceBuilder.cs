using System.Buffers;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>Collects pieces and merges adjacent constant text into one piece.</summary>
internal sealed class PieceBuilder
{
    private readonly List<TemplatePiece> _pieces = [];
    private ArrayBufferWriter<byte> _fixed = new();

    /// <summary>Receives constant text.</summary>
    public IBufferWriter<byte> Fixed => _fixed;

    public void Add(TemplatePiece piece)
    {
        Flush();
        _pieces.Add(piece);
    }

    public TemplatePiece[] ToPieces()
    {
        Flush();
        return [.. _pieces];
    }

    private void Flush()
    {
        if (_fixed.WrittenCount > 0)
        {
            _pieces.Add(new TemplatePiece.Fixed(_fixed.WrittenSpan.ToArray()));
            _fixed = new();
        }
    }
}
