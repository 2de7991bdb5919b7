namespace SocialContract.Verification.Tests.Support;

/// <summary>How a server of this kind words a refused parameter.</summary>
public enum RailsErrors
{
    /// <summary><c>{"error": "..."}</c>.</summary>
    Error,

    /// <summary><c>{"errors": ["..."]}</c>.</summary>
    Errors,

    /// <summary><c>{"field": ["..."]}</c>.</summary>
    Fields,

    /// <summary>A line of text/plain.</summary>
    Text,
}

/// <summary>What an unregistered caller gets.</summary>
public enum RailsUnauthenticated
{
    /// <summary>401 with a line of text/html.</summary>
    Text,

    /// <summary>401 with nothing.</summary>
    Empty,

    /// <summary>401 with <c>{"error": "..."}</c>.</summary>
    Devise,

    /// <summary>403 with <c>{"errors": ["..."]}</c>.</summary>
    Forbidden,
}

/// <summary>What comes with a 404 or a 400 that no action made.</summary>
public enum RailsPages
{
    Html,
    Empty,
}
