namespace SocialContract.Verification.Planning;

/// <summary>Path templates without the names of their parameters, which differ from path to path for the same thing.</summary>
internal static class PathShape
{
    /// <summary><c>/users/{}/posts/{}</c> for <c>/users/{userId}/posts/{id}</c>.</summary>
    public static string Of(string path) =>
        string.Join('/', path.TrimEnd('/').Split('/').Select(segment => segment.StartsWith('{') && segment.EndsWith('}') ? "{}" : segment));

    /// <summary>The shape of the path down to a parameter; null where that is no whole segment.</summary>
    public static string? Down(string path, string parameter)
    {
        var segments = path.Split('/');
        var at = Array.IndexOf(segments, $"{{{parameter}}}");
        return at < 0 ? null : Of(string.Join('/', segments.Take(at + 1)));
    }
}
