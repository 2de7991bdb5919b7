using System.Collections.Frozen;
using System.Text.Json;
using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Generation;

/// <summary>
/// The plain names that schemas of a file have (JSON Schema core, section 8.2.2), made when a reference first uses one. A dynamic anchor is taken
/// for the first of its name, which is right where a document does not override it; where it does, the compiled schema has the last word.
/// </summary>
internal sealed class AnchorIndex
{
    private readonly FrozenDictionary<string, DocumentNode> _anchors;

    public AnchorIndex(SourceFile file)
    {
        var anchors = new Dictionary<string, DocumentNode>();
        var open = new Stack<DocumentNode>([new DocumentNode(file, "", file.Root)]);
        while (open.TryPop(out var node))
        {
            foreach (var name in (ReadOnlySpan<string?>)[node.Text("$anchor"), node.Text("$dynamicAnchor")])
            {
                if (name is not null)
                {
                    anchors.TryAdd(name, node);
                }
            }

            foreach (var child in node.Members().Select(member => member.Node).Concat(node.Elements()).Where(IsContainer))
            {
                open.Push(child);
            }
        }

        _anchors = anchors.ToFrozenDictionary();
    }

    public DocumentNode? Find(string name) => _anchors.TryGetValue(name, out var node) ? node : null;

    private static bool IsContainer(DocumentNode node) => node.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
