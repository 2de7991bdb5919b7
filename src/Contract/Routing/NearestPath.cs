namespace SocialContract.Contract.Routing;

/// <summary>A documented path that is similar to an unknown path.</summary>
/// <param name="Path">As documented, without a base path: <c>/pets/{id}</c>.</param>
/// <param name="Methods">The methods with which the path is documented, in document order.</param>
public sealed record NearestPath(string Path, IReadOnlyList<string> Methods)
{
    /// <summary><c>GET, DELETE /pets/{id}</c>.</summary>
    public override string ToString() => $"{string.Join(", ", Methods)} {Path}";
}
