using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>The paths that the mock server keeps for itself: its health, its document and WireMock's admin API.</summary>
public static class AdminPath
{
    public const string Prefix = "/__admin";

    /// <summary>Where the mock tells whether it is ready, and which document it serves.</summary>
    public const string Health = Prefix + "/health";

    /// <param name="path">A request's path, with its leading slash.</param>
    public static bool Contains(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) && (path.Length == Prefix.Length || path[Prefix.Length] == '/');

    /// <summary>A sentence for an operation that the mock does not serve at its documented path; null if it does.</summary>
    internal static string? HintFor(Operation operation)
    {
        if (!Contains(operation.Path))
        {
            return null;
        }

        var served = operation.BasePaths.Select(basePath => basePath + operation.Path).FirstOrDefault(path => !Contains(path));
        return $"the mock keeps paths below {Prefix} for itself, so it "
            + (served is null ? $"does not serve {operation.Path}" : $"serves {operation.Path} only as {served}");
    }
}
