using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Rules;

/// <summary>
/// The names of operations (their ids) and path items (their paths) in rule ids. A name that could also be a place in another operation
/// (<c>pets/body</c> beside an operation <c>pets</c> with a body) is replaced by the pointer, so that rule ids are unique.
/// </summary>
internal sealed class OperationNames
{
    private readonly FrozenDictionary<PlaceId, string> _names;
    private readonly FrozenSet<string> _firstSegments;

    public OperationNames(DocumentSet documents, IReadOnlyList<Operation> operations, IEnumerable<string> componentKinds)
    {
        var named = operations
            .Select(operation => (operation.Node.Place, Name: operation.Id))
            .DistinctBy(entry => entry.Place)
            .Concat(
                operations.Select(operation => (Place: operation.Node.Place.Parent, Name: operation.Path)).DistinctBy(entry => entry.Place))
            .ToList();
        var children = named
            .Select(entry => (entry.Name, Children: entry.Place.Node is { } node ? ChildrenOf(node) : []))
            .Concat(
                componentKinds.Select(kind => (Name: kind, Children: ComponentsOf(documents, kind))).Where(entry => entry.Children.Any()))
            .ToLookup(entry => entry.Name, entry => entry.Children, StringComparer.Ordinal);

        _names = named.ToFrozenDictionary(
            entry => entry.Place,
            entry => IsAmbiguous(entry.Name, children) ? $"{documents.NameOf(entry.Place.File)}#{entry.Place.Pointer}" : entry.Name);
        _firstSegments = named.Select(entry => entry.Name.Split('/')[0])
            .Concat(documents.Files.Select(file => documents.NameOf(file).Split('/')[0]).Where(segment => segment.Length > 0))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Finds the name of a place that is an operation or a path item with operations.</summary>
    public bool TryGet(PlaceId place, [NotNullWhen(true)] out string? name) => _names.TryGetValue(place, out name);

    /// <summary>Whether the name of an operation or a file begins with that segment.</summary>
    public bool HasFirstSegment(string segment) => _firstSegments.Contains(segment);

    /// <summary>Whether another place could have the name: another name, extended by a child's, is a prefix of it or vice versa.</summary>
    private static bool IsAmbiguous(string name, ILookup<string, IEnumerable<string>> children)
    {
        if (children[name].Skip(1).Any())
        {
            return true;
        }

        for (var slash = name.IndexOf('/', Math.Min(1, name.Length)); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            var rest = name[(slash + 1)..];
            if (children[name[..slash]].SelectMany(names => names).Any(child => HasPrefix(child, rest) || HasPrefix(rest, child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPrefix(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal) && (name.Length == part.Length || name[part.Length] == '/');

    /// <summary>The names of the parts of an operation or a path item.</summary>
    private static IEnumerable<string> ChildrenOf(DocumentNode node)
    {
        if (node.Member("requestBody") is not null)
        {
            yield return "body";
        }

        foreach (var (status, _) in node.Member("responses")?.Members() ?? [])
        {
            yield return status;
        }

        foreach (var parameter in node.Member("parameters")?.Elements() ?? [])
        {
            if (parameter.Text("name") is { } name && parameter.Text("in") is { } location)
            {
                yield return $"{location}/{JsonPointer.Escape(name)}";
            }
        }
    }

    private static IEnumerable<string> ComponentsOf(DocumentSet documents, string kind) =>
        documents.Root.Member("components")?.Member(kind)?.Members().Select(member => JsonPointer.Escape(member.Name)) ?? [];
}
