using System.Buffers;
using System.Runtime.InteropServices;

namespace SocialContract.JsonSchema.Tests.Instances;

/// <summary>Memory that no array backs.</summary>
internal sealed class NativeText : MemoryManager<byte>
{
    private readonly int _length;
    private readonly nint _start;

    public NativeText(ReadOnlySpan<byte> text)
    {
        _length = text.Length;
        _start = Marshal.AllocHGlobal(text.Length);
        Marshal.Copy(text.ToArray(), 0, _start, text.Length);
    }

    public override Span<byte> GetSpan()
    {
        unsafe
        {
            return new Span<byte>((void*)_start, _length);
        }
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing) => Marshal.FreeHGlobal(_start);
}
