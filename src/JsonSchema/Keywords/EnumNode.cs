using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>enum</c> (validation 6.1.2) and <c>const</c> (6.1.3).</summary>
internal sealed class EnumNode : KeywordNode
{
    private const int Shown = 10;

    private readonly ConstantSet _values;
    private readonly IEnumerable<JsonElement> _listed;
    private readonly int _count;

    private EnumNode(KeywordSite site, IEnumerable<JsonElement> listed, int count)
        : base(site)
    {
        _listed = listed;
        _count = count;
        _values = new(listed);
    }

    public static Keyword Enum { get; } = new("enum", SubschemaShape.None, context =>
        context.Value.ValueKind == JsonValueKind.Array
            ? new EnumNode(context.Site, context.Value.EnumerateArray(), context.Value.GetArrayLength())
            : context.Unexpected("an array of values"));

    public static Keyword Const { get; } = new("const", SubschemaShape.None, context =>
        new EnumNode(context.Site, [context.Value], 1));

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
        return _count switch
        {
            1 => shown,
            <= Shown => $"one of {shown}",
            _ => $"one of {shown} and {_count - Shown} more",
        };
    }
}
