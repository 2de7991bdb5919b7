namespace SocialContract.Contract.Exchanges;

/// <summary>Where a response comes from.</summary>
/// <param name="Kind">Who made it.</param>
/// <param name="Label">In words for a log line: <c>example connected</c>, <c>generated</c>, <c>no such path</c>.</param>
public sealed record ExchangeOrigin(ExchangeOriginKind Kind, string Label)
{
    public override string ToString() => Label;
}

/// <summary>Who made a response.</summary>
public enum ExchangeOriginKind
{
    /// <summary>A real server.</summary>
    Server,

    /// <summary>A response that the document describes: an example of it, or data made from its schema.</summary>
    Contract,

    /// <summary>The kit's own problem details (RFC 9457), for what the document does not describe.</summary>
    Problem,

    /// <summary>The mock about itself.</summary>
    Admin,

    /// <summary>The answer to a browser's preflight (WHATWG Fetch, section 3.2), or to OPTIONS.</summary>
    Options,

    /// <summary>Nothing was answered: the client went away.</summary>
    None,
}
