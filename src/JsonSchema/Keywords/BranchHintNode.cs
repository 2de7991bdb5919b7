using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Selects the alternative that an instance is meant for (<see cref="Keyword.BranchHint"/>).</summary>
internal sealed class BranchHintNode(KeywordContext context, Func<JsonElement, JsonCursor, IEnumerable<string>> select)
    : KeywordNode(context.Site)
{
    private readonly JsonElement _value = context.Value;
    private readonly string _baseUri = context.BaseUri;

    public override Kinds Applies => Kinds.Any;

    public override bool IsAsserted => false;

    /// <summary>The hint among a keyword's siblings; null where there is none.</summary>
    public static BranchHintNode? Beside(KeywordContext context)
    {
        foreach (var member in context.Schema.EnumerateObject())
        {
            if (context.TryKeyword(member.Name, out var keyword) && keyword.IsBranchHint
                && context.TrySibling(member.Name, out var sibling))
            {
                return keyword.Compile!(sibling) as BranchHintNode;
            }
        }

        return null;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
    }

    /// <summary>The index of the branch that the instance is meant for, or -1.</summary>
    public int Select(SchemaNode[] branches, Explainer explainer, int index)
    {
        foreach (var reference in select(_value, explainer.CursorAt(index)))
        {
            var uri = Normalized(UriText.Resolve(_baseUri, reference));
            if (Array.FindIndex(branches, branch => branch.IsOrRefersTo(uri)) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>
    /// The URI in the form of <see cref="SchemaNode.AbsoluteUri"/>: always with a fragment, and with as little percent-encoding as
    /// possible.
    /// </summary>
    private static string Normalized(string uri)
    {
        var (document, fragment) = UriText.Split(uri);
        return $"{document}#{UriText.EscapeFragment(Uri.UnescapeDataString(fragment ?? ""))}";
    }
}
