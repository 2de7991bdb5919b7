using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Responding;

/// <summary>What a response of another server holds until it was sent. Dispose it then.</summary>
/// <param name="held">The other server's response, and the room for its body.</param>
internal sealed class RelayedBody(IDisposable held) : IDisposable
{
    /// <summary>The body's rest, which is sent as it arrives; null if the message has the whole body.</summary>
    public Stream? Rest { get; init; }

    /// <summary>The beginning of such a body.</summary>
    public ReadOnlyMemory<byte> Start { get; init; }

    /// <summary>The length of such a body in bytes; null if its server does not say it.</summary>
    public long? Length { get; init; }

    /// <summary>
    /// The response with its body decoded, for logs and journals, which find no secrets in a compressed one; null: as it was sent.
    /// </summary>
    public ResponseMessage? Shown { get; set; }

    /// <summary>Why there is no body to be checked, as a clause; null if there is.</summary>
    public string? Unread { get; set; }

    public void Dispose() => held.Dispose();
}
