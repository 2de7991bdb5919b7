using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>enum</c> (validation 6.1.2) and <c>const</c> (6.1.3).</summary>
internal sealed class EnumNode : KeywordNode
{
    private const int Shown = 10;

    private readonly ConstantSet _values;
    private readonly IReadOnlyList<JsonElement> _listed;

    private EnumNode(KeywordSite site, IReadOnlyList<JsonElement> values)
        : base(site)
    {
        _listed = values;
        _values = new(values);
    }

    public static Keyword Enum { get; } = new("enum", SubschemaShape.None, context =>
        context.Value.ValueKind == JsonValueKind.Array
            ? new EnumNode(context.Site, [.. context.Value.EnumerateArray()])
            : context.Unexpected("an array of values"));

    public static Keyword Const { get; } = new("const", SubschemaShape.None, context => new EnumNode(context.Site, [context.Value]));

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 0;

    public override bool IsValid(ref Evaluator evaluator, int index) => _values.Contains(ref evaluator, index);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, Expected());
        }
    }

    private string Expected()
    {
        var shown = string.Join(", ", _listed.Take(Shown).Select(value => Describe.Json(value.GetRawText())));
        return _listed.Count switch
        {
            1 => shown,
            <= Shown => $"one of {shown}",
            _ => $"one of {shown} and {_listed.Count - Shown} more",
        };
    }
}
