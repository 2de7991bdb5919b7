namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>How a stub breaks the connection instead of responding; <c>fault</c> in its JSON, in upper case with underscores.</summary>
internal enum ConnectionFault
{
    None,

    /// <summary>Closes the connection without a byte.</summary>
    EmptyResponse,

    /// <summary>Sends a status line, then garbage in place of a chunk, and closes the connection.</summary>
    MalformedResponseChunk,

    /// <summary>Sends garbage and closes the connection.</summary>
    RandomDataThenClose,

    /// <summary>Resets the connection.</summary>
    ConnectionResetByPeer,
}
