namespace SocialContract.MockServer.Responding;

/// <summary>The paths of the mock itself, which are not the API's.</summary>
internal static class AdminPath
{
    public const string Prefix = "/__admin";

    public static bool Contains(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) && (path.Length == Prefix.Length || path[Prefix.Length] == '/');
}
