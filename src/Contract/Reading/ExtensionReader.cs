using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>Reads the extensions of the document as a whole: provider states and gaps.</summary>
internal static class ExtensionReader
{
    /// <summary>The root's <c>x-provider-states</c>.</summary>
    public static IReadOnlyList<ProviderState> ProviderStates(DocumentNode root) =>
        [.. (root.Member("x-provider-states")?.Elements() ?? [])
            .Where(node => node.Text("name") is not null)
            .Select(node => new ProviderState(node.Text("name")!, node.Text("description"), Parameters(node), node))];

    private static string[] Parameters(DocumentNode state) => [.. state.Member("params")?.Members().Select(member => member.Name) ?? []];

    /// <summary>Every <c>x-gap</c> and <c>x-gaps</c> of every file, by row, then by place.</summary>
    public static IReadOnlyList<Gap> Gaps(DocumentSet documents)
    {
        var gaps = new List<Gap>();
        foreach (var file in documents.Files)
        {
            // Only files with gaps are searched.
            if (file.Json.Span.IndexOf("\"x-gap"u8) >= 0)
            {
                Collect(new DocumentNode(file, "", file.Root), gaps);
            }
        }

        return [.. gaps.OrderBy(gap => gap.Row)];
    }

    private static void Collect(DocumentNode node, List<Gap> gaps)
    {
        foreach (var (name, member) in node.Members())
        {
            if (name == "x-gap")
            {
                Add(member, gaps);
            }
            else if (name == "x-gaps")
            {
                foreach (var element in member.Elements())
                {
                    Add(element, gaps);
                }
            }
            else
            {
                Collect(member, gaps);
            }
        }

        foreach (var element in node.Elements())
        {
            Collect(element, gaps);
        }
    }

    private static void Add(DocumentNode node, List<Gap> gaps)
    {
        if (node.Member("row") is { Value.ValueKind: JsonValueKind.Number } row && row.Value.TryGetInt32(out var number))
        {
            gaps.Add(new Gap(number, node.Text("page") ?? "", node.Text("reading") ?? "", node));
        }
    }
}
