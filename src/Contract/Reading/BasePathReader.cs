using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Reading;

/// <summary>The paths of <c>servers</c> (OpenAPI 3.1, section 4.8.5), with the defaults of their variables.</summary>
internal sealed class BasePathReader(ModelContext context)
{
    /// <summary>Each operation is routed at each of its base paths, so that their number bounds the router's size.</summary>
    private const int MaxPaths = 32;

    private readonly Dictionary<PlaceId, IReadOnlyList<string>> _known = [];

    /// <summary>
    /// The base paths of the nearest owner that has <c>servers</c>: each once, with a leading slash, without a trailing slash, without the
    /// root.
    /// </summary>
    public IReadOnlyList<string> Read(IEnumerable<DocumentNode> ownersNearestFirst)
    {
        foreach (var owner in ownersNearestFirst)
        {
            if (owner.Member("servers") is { } servers)
            {
                return _known.TryGetValue(servers.Place, out var known) ? known : _known[servers.Place] = Of(servers);
            }
        }

        return [];
    }

    private List<string> Of(DocumentNode servers)
    {
        var paths = new List<string>();
        foreach (var server in servers.Elements())
        {
            if (PathOf(server) is not { } path || paths.Contains(path))
            {
                continue;
            }

            if (paths.Count == MaxPaths)
            {
                context.Diagnostics.Report(
                    DiagnosticCodes.ServerLimit,
                    DiagnosticSeverity.Warning,
                    server,
                    $"the servers have more than {MaxPaths} different base paths; requests with those from here on are not recognised");
                break;
            }

            paths.Add(path);
        }

        return paths;
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
