namespace SocialContract.Contract.Messages;

/// <summary>An answer as the validators see it.</summary>
public abstract class ResponseMessage
{
    public abstract int Status { get; }

    /// <summary>The header's value, several lines joined by <c>", "</c>; null where it is absent. Case-insensitive.</summary>
    public abstract string? Header(string name);

    public abstract ReadOnlyMemory<byte> Body { get; }
}
