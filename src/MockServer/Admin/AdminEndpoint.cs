using SocialContract.Contract.Routing;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>A method and path below <see cref="AdminPath.Prefix"/>, and what responds to them.</summary>
/// <param name="Method">Upper case; GET also responds to HEAD.</param>
/// <param name="Template">
/// Below the prefix, with one parameter at most: <c>/requests/{id}</c> for one segment, <c>/{file*}</c>, at the end, for all that follow.
/// </param>
internal sealed record AdminEndpoint(string Method, string Template, Func<AdminRequest, MockResponse> Respond)
{
    /// <summary>Whether something is at the path, where only the parameter's value tells; null: always.</summary>
    public Func<AdminRequest, bool>? Exists { get; init; }

    public bool IsLiteral => !Template.Contains('{', StringComparison.Ordinal);

    /// <summary>Literal paths come first, then those where something exists, then those with a parameter of any value.</summary>
    public int Rank => IsLiteral ? 0 : Exists is not null ? 1 : 2;

    /// <summary>The request with the parameter's value if the endpoint's path is that path; else null.</summary>
    /// <param name="path">Below the prefix, percent-encoded.</param>
    public AdminRequest? Match(MockRequest request, string path)
    {
        if (IsLiteral)
        {
            return path == Template ? new AdminRequest(request, "") : null;
        }

        var start = Template.IndexOf('{', StringComparison.Ordinal);
        var end = Template.IndexOf('}', StringComparison.Ordinal);
        var after = Template[(end + 1)..];
        if (path.Length <= start + after.Length
            || !path.StartsWith(Template[..start], StringComparison.Ordinal)
            || !path.EndsWith(after, StringComparison.Ordinal))
        {
            return null;
        }

        var value = path[start..(path.Length - after.Length)];
        if (Template[end - 1] != '*' && value.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var found = new AdminRequest(request, Uri.UnescapeDataString(value));
        return Exists is null || Exists(found) ? found : null;
    }
}
