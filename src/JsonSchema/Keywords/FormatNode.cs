using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Formats;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>format</c> (validation 7): always an annotation, and an assertion where dialect or settings ask for one and the format is known.
/// </summary>
internal sealed class FormatNode(KeywordSite site, string name, Format? asserted) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("format", SubschemaShape.None, Create);

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 20;

    public override bool IsAsked => asserted is not null;

    public override bool IsValid(ref Evaluator evaluator, int index) =>
        asserted is null || ((int)asserted.Applies >> (int)evaluator.Tape[index].Kind & 1) == 0 || asserted.IsValid(ref evaluator, index);

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
        var asserts = context.Settings.AssertFormats || context.Dialect.AssertsFormats;
        return new FormatNode(context.Site, name, asserts ? StandardFormats.Find(name) : null);
    }
}
