namespace SocialContract.Contract.Validation.Decoding;

/// <summary>The memory that reading one message takes. Rented, so that validating takes none of its own.</summary>
internal sealed class MessageScratch
{
    private static readonly MessageScratch?[] Pool = new MessageScratch?[32];

    private MessageScratch()
    {
    }

    /// <summary>Decoded text on its way to a value.</summary>
    public ByteBuffer Text { get; } = new();

    /// <summary>Parameter values and decoded bodies as JSON; they stay until the verdict is disposed.</summary>
    public ByteBuffer Json { get; } = new();

    public NameValuePairs Query { get; } = new();

    public NameValuePairs Cookies { get; } = new();

    /// <summary>
    /// Where each parameter's value stands in <see cref="Json"/>, in the operation's order; a length of 0: it was not sent.
    /// </summary>
    public List<(int Start, int Length)> Values { get; } = [];

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
