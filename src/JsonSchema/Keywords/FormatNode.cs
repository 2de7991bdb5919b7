using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Formats;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>format</c> (validation 7): always an annotation, and an assertion where the dialect or the settings say so and the format is known.
/// </summary>
internal sealed class FormatNode(KeywordSite site, string name, Format? asserted) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("format", SubschemaShape.None, Create);

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 20;

    public override bool IsAsserted => asserted is not null;

    public override bool IsValid(ref Evaluator evaluator, int index) =>
        asserted is null || evaluator.Tape[index].Kind switch
        {
            var kind when ((int)asserted.Applies >> (int)kind & 1) == 0 => true,
            ValueKind.String => Strings.HasFormat(ref evaluator, index, asserted),
            _ => asserted.IsValid(evaluator.Raw(index)),
        };

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, asserted!.Expected);
        }

        explainer.Annotate(Site, JsonValue.Create(name));
    }

    private static KeywordNode? Create(KeywordContext context)
    {
        if (context.Value.ValueKind != JsonValueKind.String)
        {
            return context.Unexpected("the name of a format, a string");
        }

        var name = context.Value.GetString()!;
        return new FormatNode(context.Site, name, context.AssertsFormats ? StandardFormats.Find(name) : null);
    }
}
