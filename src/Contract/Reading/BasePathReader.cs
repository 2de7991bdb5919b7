using SocialContract.Contract.Documents;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Reading;

/// <summary>The paths of <c>servers</c> (OpenAPI 3.1, section 4.8.5), with the defaults of their variables.</summary>
internal static class BasePathReader
{
    /// <summary>
    /// The base paths of the nearest owner that has <c>servers</c>: each once, with a leading slash, without a trailing slash, without the
    /// root.
    /// </summary>
    public static IReadOnlyList<string> Read(IEnumerable<DocumentNode> ownersNearestFirst)
    {
        foreach (var owner in ownersNearestFirst)
        {
            if (owner.Member("servers") is { } servers)
            {
                return [.. servers.Elements().Select(PathOf).OfType<string>().Distinct(StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private static string? PathOf(DocumentNode server)
    {
        if (server.Text("url") is not { } url)
        {
            return null;
        }

        foreach (var (name, variable) in server.Member("variables")?.Members() ?? [])
        {
            url = url.Replace($"{{{name}}}", variable.Text("default") ?? "", StringComparison.Ordinal);
        }

        var segments = TargetParts.OfReference(url).Path
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(segment => segment != ".")
            .ToArray();
        return segments.Length == 0 ? null : "/" + string.Join('/', segments);
    }
}
