using System.Text.Json;
using System.Text.Json.Nodes;
using SocialApi.JsonSchema.Compilation;
using SocialApi.JsonSchema.Evaluation;

namespace SocialApi.JsonSchema.Keywords;

/// <summary>
/// A keyword whose value is an annotation and that asserts nothing: the meta-data vocabulary (validation 9), and keywords that nobody
/// knows (core 6.5).
/// </summary>
internal sealed class AnnotationNode(KeywordContext context) : KeywordNode(context.Site)
{
    private readonly JsonElement _value = context.Value;

    public override Kinds Applies => Kinds.Any;

    public override bool IsAsked => false;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (explainer.WantsAnnotations)
        {
            explainer.Annotate(Site, JsonNode.Parse(_value.GetRawText()));
        }
    }
}
