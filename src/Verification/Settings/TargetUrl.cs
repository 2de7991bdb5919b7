namespace SocialContract.Verification.Settings;

/// <summary>Reads the URLs of a run: absolute, http or https, without parts that would not be sent.</summary>
internal static class TargetUrl
{
    /// <summary>
    /// What is wrong with a server's base URL, as the rest of a sentence that begins with the name of an option or variable; null where it
    /// can be used.
    /// </summary>
    public static string? FaultOfBase(string text) => FaultOf(text) ?? (Read(text) is { Query.Length: 0, Fragment.Length: 0 } ? null
        : $"takes a base URL, to which paths are appended; leave out everything from the first ? or # of '{UrlText.Shown(text)}'.");

    /// <summary>The same for a URL to which no path is appended.</summary>
    public static string? FaultOf(string text) => Read(text) switch
    {
        null => $"takes a URL such as http://127.0.0.1:3000; found '{UrlText.Shown(text)}'.",
        { UserInfo.Length: > 0 } =>
            "takes a URL without a user name and password, which would not be sent; give them in the header Authorization.",
        _ => null,
    };

    private static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 } ? url : null;
}
