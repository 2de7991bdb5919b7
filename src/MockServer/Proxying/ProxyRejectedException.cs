namespace SocialContract.MockServer.Proxying;

/// <summary>The options of a proxy cannot be used: its URL, or its folder of recordings.</summary>
public sealed class ProxyRejectedException : Exception
{
    internal ProxyRejectedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
