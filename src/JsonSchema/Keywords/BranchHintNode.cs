using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Selects the branch that an instance is meant for (<see cref="Keyword.BranchHint"/>).</summary>
internal sealed class BranchHintNode(KeywordContext context, Func<JsonElement, JsonCursor, string?> select) : KeywordNode(context.Site)
{
    private readonly JsonElement _value = context.Value;
    private readonly string _baseUri = context.BaseUri;

    public override Kinds Applies => Kinds.Any;

    public override bool IsAsked => false;

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
        if (select(_value, explainer.CursorAt(index)) is not { } reference)
        {
            return -1;
        }

        var uri = UriText.Resolve(_baseUri, reference);
        return Array.FindIndex(branches, branch => branch.IsOrRefersTo(uri));
    }
}
