using System.Buffers;
using System.Text;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Enumerates the members of an object on a tape, for explanations.</summary>
internal ref struct Members(ReadOnlySpan<TapeEntry> tape, int index)
{
    private readonly ReadOnlySpan<TapeEntry> _tape = tape;
    private readonly int _end = tape[index].End;
    private int _next = index + 1;

    /// <summary>Indices of the name and the value, and the member's number from 0.</summary>
    public (int Name, int Value, int Number) Current { get; private set; } = (0, 0, -1);

    public readonly Members GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        Current = (_next, _next + 1, Current.Number + 1);
        _next = _tape[_next + 1].End;
        return true;
    }

    /// <summary>A name or a string without its escapes.</summary>
    public static string NameOf(ref Evaluator evaluator, int name)
    {
        var raw = evaluator.Raw(name);
        if (!evaluator.Tape[name].IsEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var text = Encoding.UTF8.GetString(buffer.AsSpan(0, JsonText.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }
}
