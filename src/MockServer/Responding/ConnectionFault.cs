namespace SocialContract.MockServer.Responding;

/// <summary>What the mock does to a connection instead of sending a response; the names are WireMock's.</summary>
internal enum ConnectionFault
{
    None,

    /// <summary>Closes the connection without a byte.</summary>
    EmptyResponse,

    /// <summary>Sends the head of a 200 whose body in chunks is not one, then closes the connection.</summary>
    MalformedResponseChunk,

    /// <summary>Sends bytes that are not HTTP, then closes the connection.</summary>
    RandomDataThenClose,

    /// <summary>Resets the connection.</summary>
    ConnectionResetByPeer,
}
