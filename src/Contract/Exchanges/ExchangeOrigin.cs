namespace SocialContract.Contract.Exchanges;

/// <summary>The origin of a response.</summary>
/// <param name="Kind">The producer of the response.</param>
/// <param name="Label">Words for a log line: <c>example connected</c>, <c>generated</c>, <c>no such path</c>.</param>
public sealed record ExchangeOrigin(ExchangeOriginKind Kind, string Label)
{
    /// <summary>The id of the stub that responded; null if none did.</summary>
    public Guid? Stub { get; init; }

    /// <summary>Whether the response had a body that the exchange does not have: it was not read, or could not be decoded.</summary>
    public bool LacksBody { get; init; }

    public override string ToString() => Label;
}

/// <summary>The producer of a response.</summary>
public enum ExchangeOriginKind
{
    /// <summary>A response that the document describes: an example of it, or data made from its schema.</summary>
    Contract,

    /// <summary>A stub: a response that a test or a user has set up.</summary>
    Stub,

    /// <summary>Problem details (RFC 9457), for cases that the document does not describe.</summary>
    Problem,

    /// <summary>The mock's admin interface.</summary>
    Admin,

    /// <summary>The response to a browser's preflight request (WHATWG Fetch, section 3.2), or to OPTIONS.</summary>
    Options,

    /// <summary>There was no response, or it was not sent to its end.</summary>
    None,

    /// <summary>Another server, to which the request was forwarded.</summary>
    Proxy,
}
