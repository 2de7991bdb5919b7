using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Rules;

/// <summary>
/// What the rules of operations and path items are named by: the operation's id, the path. Where such a name reads like a place of another
/// (<c>pets/body</c> beside an operation <c>pets</c> that has a body), it is the pointer instead, so that no two places share a rule's id.
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
            entry => IsMistakable(entry.Name, children) ? $"{documents.NameOf(entry.Place.File)}#{entry.Place.Pointer}" : entry.Name);
        _firstSegments = named.Select(entry => entry.Name.Split('/')[0])
            .Concat(documents.Files.Select(file => documents.NameOf(file).Split('/')[0]).Where(segment => segment.Length > 0))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the place is an operation or a path item with operations.</summary>
    public bool TryGet(PlaceId place, [NotNullWhen(true)] out string? name) => _names.TryGetValue(place, out name);

    /// <summary>Whether some operation's name begins with that segment.</summary>
    public bool BeginWith(string segment) => _firstSegments.Contains(segment);

    /// <summary>Whether another name, continued by one of its children's, has it for a beginning or is its beginning.</summary>
    private static bool IsMistakable(string name, ILookup<string, IEnumerable<string>> children)
    {
        if (children[name].Skip(1).Any())
        {
            return true;
        }

        for (var slash = name.IndexOf('/', Math.Min(1, name.Length)); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            var rest = name[(slash + 1)..];
            if (children[name[..slash]].SelectMany(names => names).Any(child => Begins(child, rest) || Begins(rest, child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal) && (name.Length == part.Length || name[part.Length] == '/');

    /// <summary>The names that continue an operation's or a path item's.</summary>
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
