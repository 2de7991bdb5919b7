using System.Reflection;
using Mono.Cecil;

namespace SocialContract.Architecture;

/// <summary>
/// Finds namespaces of an assembly that depend on each other in a circle. The compiled code is read, method bodies and attributes included,
/// so only what the compiler leaves out is not seen: constants, <c>nameof</c> and documentation.
/// </summary>
internal static class NamespaceCircles
{
    /// <summary>One text for each circle: its namespaces, and for each dependency between them a pair of types as an example.</summary>
    /// <param name="assembly">The assembly, loaded from a file.</param>
    /// <param name="root">Only this namespace and those below it count; empty for all.</param>
    public static IReadOnlyList<string> In(Assembly assembly, string root = "")
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var uses = Dependencies(module)
            .Where(use => IsWithin(use.From.Namespace, root) && IsWithin(use.To.Namespace, root))
            .GroupBy(use => (From: use.From.Namespace, To: use.To.Namespace))
            .ToDictionary(group => group.Key, group => group.MinBy(use => (use.From.Name, use.To.Name)));
        var reachable = Reachable(uses.Keys);
        return
        [
            .. reachable.Keys.Order(StringComparer.Ordinal)
                .Select(name => reachable[name].Where(other => reachable.TryGetValue(other, out var back) && back.Contains(name)))
                .Select(circle => circle.Order(StringComparer.Ordinal).ToList())
                .Where(circle => circle.Count > 1)
                .DistinctBy(circle => string.Join(", ", circle))
                .Select(circle => Describe(circle, uses)),
        ];
    }

    private static string Describe(
        List<string> circle, Dictionary<(string From, string To), (TypeDefinition From, TypeDefinition To)> uses) =>
        string.Join(
            Environment.NewLine,
            uses.Where(use => circle.Contains(use.Key.From) && circle.Contains(use.Key.To))
                .OrderBy(use => use.Key)
                .Select(use => $"  {use.Key.From} -> {use.Key.To}: {use.Value.From.Name} uses {use.Value.To.Name}")
                .Prepend("Circle of " + string.Join(", ", circle)));

    /// <summary>For each namespace all those that it depends on, directly or through others.</summary>
    private static Dictionary<string, HashSet<string>> Reachable(IEnumerable<(string From, string To)> edges)
    {
        var direct = edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var reachable = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var start in direct.Select(group => group.Key))
        {
            var found = reachable[start] = new(StringComparer.Ordinal);
            var pending = new Stack<string>(direct[start]);
            while (pending.TryPop(out var name))
            {
                if (found.Add(name))
                {
                    foreach (var next in direct[name])
                    {
                        pending.Push(next);
                    }
                }
            }
        }

        return reachable;
    }

    /// <summary>
    /// Pairs of top-level types in different namespaces where the first uses the second; nested types count for the outermost.
    /// </summary>
    private static IEnumerable<(TypeDefinition From, TypeDefinition To)> Dependencies(ModuleDefinition module) =>
        from type in module.GetTypes()
        from reference in TypeUses.Of(type)
        let target = Outermost(reference)
        where target is not null
        let owner = Outermost(type)
        where owner.Namespace != target.Namespace
        select (owner, target);

    private static TypeDefinition? Outermost(TypeReference reference)
    {
        while (reference.DeclaringType is { } outer)
        {
            reference = outer;
        }

        return reference as TypeDefinition;
    }

    private static bool IsWithin(string name, string root) =>
        name.Length > 0 && (root.Length == 0 || name == root || name.StartsWith(root + ".", StringComparison.Ordinal));
}
