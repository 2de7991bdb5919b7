using System.Text;

namespace SocialContract.Verification.Reporting.Markdown;

/// <summary>Text that never gets longer than a reader accepts.</summary>
/// <param name="limit">UTF-8 bytes.</param>
internal sealed class BoundedText(int limit)
{
    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>Adds the whole part, or nothing of it where it does not fit.</summary>
    public bool TryAdd(string part)
    {
        var bytes = Encoding.UTF8.GetByteCount(part);
        if (_bytes + bytes > limit)
        {
            return false;
        }

        _text.Append(part);
        _bytes += bytes;
        return true;
    }

    /// <summary>Adds parts up to the first that does not fit; how many were left out.</summary>
    public int AddAll(IEnumerable<string> parts)
    {
        var left = 0;
        foreach (var part in parts)
        {
            left += left > 0 || !TryAdd(part) ? 1 : 0;
        }

        return left;
    }

    /// <summary>Adds a short closing remark, regardless of the limit.</summary>
    public void Close(string remark) => _text.Append(remark);

    public override string ToString() => _text.ToString();
}
