namespace SocialContract.Contract.Messages;

/// <summary>A request as the validators see it, over whatever carries it: Kestrel, a test's record, a Pact interaction.</summary>
public abstract class RequestMessage
{
    /// <summary>Upper case.</summary>
    public abstract string Method { get; }

    /// <summary>The raw query with or without its question mark, still percent-encoded; empty where there is none.</summary>
    public abstract string QueryString { get; }

    /// <summary>The header's value, several lines joined by <c>", "</c>; null where it is absent. Case-insensitive.</summary>
    public abstract string? Header(string name);

    /// <summary>The body's bytes; empty where there is none. They must stay as they are until the verdict is disposed.</summary>
    public abstract ReadOnlyMemory<byte> Body { get; }
}
