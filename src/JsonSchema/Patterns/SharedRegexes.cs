using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// The expressions of the engine without backtracking that are in use, by their source. Each has tables of up to 64 KiB, and a document's
/// validators, generators and planners read the same patterns. Thread-safe.
/// </summary>
internal static class SharedRegexes
{
    private static readonly ConcurrentDictionary<string, WeakReference<Regex>> Known = new(StringComparer.Ordinal);
    private static int _pruneFrom = 1_000;

    /// <summary>The expression for a source; null where it cannot be created.</summary>
    public static Regex? GetOrCreate(string source, Func<Regex?> create)
    {
        if (Known.TryGetValue(source, out var reference) && reference.TryGetTarget(out var known))
        {
            return known;
        }

        if (create() is not { } created)
        {
            return null;
        }

        Known[source] = new WeakReference<Regex>(created);
        if (Known.Count > _pruneFrom)
        {
            Prune();
        }

        return created;
    }

    private static void Prune()
    {
        foreach (var (source, reference) in Known)
        {
            if (!reference.TryGetTarget(out _))
            {
                Known.TryRemove(KeyValuePair.Create(source, reference));
            }
        }

        _pruneFrom = Math.Max(1_000, 2 * Known.Count);
    }
}
