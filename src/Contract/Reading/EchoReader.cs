using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Reading;

/// <summary>Reads <c>x-echo</c>: the values of an example that reflect the request.</summary>
internal static class EchoReader
{
    /// <summary>In document order; empty if there is no <c>x-echo</c>.</summary>
    public static IReadOnlyList<Echo> Read(DocumentNode example, ModelContext context)
    {
        if (example.Member("x-echo") is not { } echoes)
        {
            return [];
        }

        var source = RuleSourceWords.Parse(example.Text("x-echo-source")) ?? context.Provenances.Of(echoes).Source;
        return [.. Entries(echoes, source)];
    }

    private static IEnumerable<Echo> Entries(DocumentNode echoes, RuleSource source)
    {
        foreach (var (target, node) in echoes.Members())
        {
            if (node.Value.ValueKind == JsonValueKind.String)
            {
                yield return new Echo(target, node.Value.GetString()!, null, source, node);
            }
            else if (node.Text("each") is { } expression)
            {
                var sequence = node.Member("sequence")?.Elements().Where(IsText).Select(element => element.Value.GetString()!) ?? [];
                var set = node.Member("set") is { } members ? Entries(members, source) : [];
                yield return new Echo(target, expression, new EachElement([.. set], [.. sequence]), source, node);
            }
        }
    }

    private static bool IsText(DocumentNode node) => node.Value.ValueKind == JsonValueKind.String;
}
