namespace SocialContract.Contract.Routing;

/// <summary>What a router found for a method and a path.</summary>
public enum RouteMatchKind
{
    /// <summary>No documented path fits.</summary>
    UnknownPath,

    /// <summary>A documented path fits, without that method.</summary>
    UnknownMethod,

    /// <summary>An operation.</summary>
    Matched,
}
