using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> (validation 8): annotations of strings. They are never
/// assertions (section 8.1), not even where older drafts allow it.
/// </summary>
internal sealed class ContentNode(KeywordSite site, JsonElement value) : KeywordNode(site)
{
    public static Keyword Encoding { get; } = Text("contentEncoding");

    public static Keyword MediaType { get; } = Text("contentMediaType");

    /// <summary>
    /// Has no effect without <c>contentMediaType</c> (8.5). The schema is not compiled, since nothing is evaluated with it.
    /// </summary>
    public static Keyword Schema { get; } = new("contentSchema", SubschemaShape.Schema, context =>
        context.TrySibling("contentMediaType", out _) ? new ContentNode(context.Site, context.Value) : null);

    public override Kinds Applies => Kinds.String;

    public override bool IsAsserted => false;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (explainer.WantsAnnotations)
        {
            explainer.Annotate(Site, JsonNode.Parse(value.GetRawText()));
        }
    }

    private static Keyword Text(string name) => new(name, SubschemaShape.None, context =>
        context.Value.ValueKind == JsonValueKind.String ? new ContentNode(context.Site, context.Value) : context.Unexpected("a string"));
}
