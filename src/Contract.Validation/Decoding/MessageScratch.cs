using SocialContract.Contract.Model;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Memory for reading a message, and what was read. Rented from a pool, so that validation allocates nothing.</summary>
internal sealed class MessageScratch
{
    private static readonly MessageScratch?[] Pool = new MessageScratch?[32];

    private MessageScratch()
    {
    }

    /// <summary>Decoded text, before it becomes a value.</summary>
    public ByteBuffer Text { get; } = new();

    /// <summary>Parameter values and decoded bodies as JSON, until the verdict is disposed.</summary>
    public ByteBuffer Json { get; } = new();

    public NameValuePairs Query { get; } = new();

    public NameValuePairs Cookies { get; } = new();

    /// <summary>The parameters that were sent and could be read, with the ranges of their values in <see cref="Json"/>.</summary>
    public List<(Parameter Parameter, int Start, int Length)> Values { get; } = [];

    /// <summary>The body; null if there is none that was read. Disposed when the memory is returned.</summary>
    public JsonInstance? Body { get; set; }

    public static MessageScratch Rent()
    {
        for (var i = 0; i < Pool.Length; i++)
        {
            if (Interlocked.Exchange(ref Pool[i], null) is { } scratch)
            {
                return scratch;
            }
        }

        return new MessageScratch();
    }

    public void Return()
    {
        Body?.Dispose();
        Body = null;
        Text.Clear();
        Json.Clear();
        Query.Clear();
        Cookies.Clear();
        Values.Clear();
        for (var i = 0; i < Pool.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Pool[i], this, null) is null)
            {
                return;
            }
        }
    }
}
