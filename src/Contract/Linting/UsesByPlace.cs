using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.Grammar;

namespace SocialContract.Contract.Linting;

/// <summary>The uses of a document's objects (<see cref="ObjectUses"/>), and the references in its extensions, by place.</summary>
internal sealed class UsesByPlace
{
    private readonly DocumentSet _documents;
    private readonly Dictionary<DocumentFile, ObjectUse[]> _byFile;

    public UsesByPlace(ContractDescription api)
    {
        _documents = api.Documents;
        var uses = ObjectUses.Of(api);
        _byFile = uses.All.Concat(uses.Extensions.SelectMany(References))
            .GroupBy(use => use.From.File)
            .ToDictionary(
                group => group.Key, group => group.OrderBy(use => use.From.Pointer, StringComparer.Ordinal).ToArray());
    }

    /// <summary>The uses in the entry file whose places do not begin with a pointer.</summary>
    public IEnumerable<ObjectUse> Outside(string pointer) =>
        UsesOf(_documents.Entry).Where(use => !use.From.Pointer.StartsWith(pointer, StringComparison.Ordinal));

    /// <summary>The uses at a place and at the places in it.</summary>
    public IEnumerable<ObjectUse> In(PlaceId place) =>
        From(place, place.Pointer).TakeWhile(use => use.From.Pointer == place.Pointer)
            .Concat(From(place, place.Pointer + "/")
                .TakeWhile(use => use.From.Pointer.StartsWith(place.Pointer + "/", StringComparison.Ordinal)));

    private IEnumerable<ObjectUse> From(PlaceId place, string pointer)
    {
        var uses = UsesOf(place.File);
        var (low, high) = (0, uses.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(uses[middle].From.Pointer, pointer) < 0 ? (middle + 1, high) : (low, middle);
        }

        return uses.Skip(low);
    }

    private ObjectUse[] UsesOf(DocumentFile file) => _byFile.GetValueOrDefault(file, []);

    /// <summary>What an extension means is not known, so each <c>$ref</c> in it may be a reference.</summary>
    private IEnumerable<ObjectUse> References(DocumentNode extension)
    {
        var waiting = new Stack<DocumentNode>([extension]);
        while (waiting.TryPop(out var node))
        {
            if (node.Member(Reference.Member) is { Value.ValueKind: JsonValueKind.String } reference
                && _documents.TryResolve(reference, reference.Value.GetString()!, out var target))
            {
                yield return new ObjectUse(reference.Place, target, IsSchema: false);
            }

            foreach (var child in node.Elements().Concat(node.Members().Select(member => member.Node)))
            {
                waiting.Push(child);
            }
        }
    }
}
