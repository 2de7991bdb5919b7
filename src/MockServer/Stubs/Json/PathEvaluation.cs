using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>One evaluation of a path on a body.</summary>
/// <param name="root">The body, which <c>$</c> in a filter names.</param>
internal sealed class PathEvaluation(JsonElement root, PatternTimeouts timeouts)
{
    /// <summary>Values that are visited; scans in filters of scans could visit very many.</summary>
    private const int MaxVisits = 2_000_000;

    private int _visits;

    public JsonElement Root => root;

    public PatternTimeouts Timeouts => timeouts;

    /// <exception cref="JsonPathException">The path has visited too many values.</exception>
    public void Visit()
    {
        if (++_visits > MaxVisits)
        {
            throw new JsonPathException($"more than {MaxVisits} values are visited");
        }
    }
}
