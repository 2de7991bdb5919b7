namespace SocialContract.Contract.Routing;

/// <summary>The result of a search for a method and a path.</summary>
public enum RouteMatchKind
{
    /// <summary>No documented path matches.</summary>
    UnknownPath,

    /// <summary>A documented path matches, but does not have the method.</summary>
    UnknownMethod,

    /// <summary>An operation matches.</summary>
    Matched,
}
