using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>maximum</c>, <c>exclusiveMaximum</c>, <c>minimum</c> and <c>exclusiveMinimum</c> (validation 6.2.2 to 6.2.5), exact for numbers of
/// any length.
/// </summary>
internal sealed class BoundNode : KeywordNode
{
    private readonly byte[] _raw;
    private readonly bool _isMaximum;
    private readonly bool _isExclusive;
    private readonly bool _isSmall;
    private readonly long _small;

    private BoundNode(KeywordSite site, byte[] raw, bool isMaximum, bool isExclusive)
        : base(site)
    {
        (_raw, _isMaximum, _isExclusive) = (raw, isMaximum, isExclusive);
        _isSmall = SmallInteger.TryParse(raw, out _small);
    }

    public static Keyword Maximum { get; } = Inclusive("maximum", isMaximum: true);

    public static Keyword Minimum { get; } = Inclusive("minimum", isMaximum: false);

    public static Keyword ExclusiveMaximum { get; } = Exclusive("exclusiveMaximum", isMaximum: true);

    public static Keyword ExclusiveMinimum { get; } = Exclusive("exclusiveMinimum", isMaximum: false);

    /// <summary>Draft 4: exclusive where a sibling keyword is true.</summary>
    public static Keyword Draft4Maximum { get; } = WithFlag("maximum", "exclusiveMaximum", isMaximum: true);

    /// <summary>Draft 4: exclusive where a sibling keyword is true.</summary>
    public static Keyword Draft4Minimum { get; } = WithFlag("minimum", "exclusiveMinimum", isMaximum: false);

    /// <summary>Draft 4: has no effect by itself; <c>maximum</c> reads it.</summary>
    public static Keyword ExclusiveMaximumFlag { get; } = Flag("exclusiveMaximum");

    /// <summary>Draft 4: has no effect by itself; <c>minimum</c> reads it.</summary>
    public static Keyword ExclusiveMinimumFlag { get; } = Flag("exclusiveMinimum");

    public override Kinds Applies => Kinds.Number;

    public override int Cost => 0;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        var raw = evaluator.Raw(index);
        var order = _isSmall && entry.IsPlainInteger && entry.Length <= SmallInteger.MaxLength
            ? SmallInteger.Parse(raw).CompareTo(_small)
            : NumberText.Compare(raw, _raw);
        return order == 0 ? !_isExclusive : order < 0 == _isMaximum;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            var relation = (_isMaximum, _isExclusive) switch
            {
                (true, false) => "at most",
                (true, true) => "less than",
                (false, false) => "at least",
                _ => "more than",
            };
            explainer.Report(Site, ref evaluator, index, $"a number of {relation} {Describe.Json(Encoding.UTF8.GetString(_raw))}");
        }
    }

    private static Keyword Inclusive(string name, bool isMaximum) => new(name, SubschemaShape.None, context =>
        context.TryNumber(out var raw) ? new BoundNode(context.Site, raw, isMaximum, isExclusive: false) : null);

    private static Keyword Exclusive(string name, bool isMaximum) => new(name, SubschemaShape.None, context =>
        context.TryNumber(out var raw) ? new BoundNode(context.Site, raw, isMaximum, isExclusive: true) : null);

    private static Keyword WithFlag(string name, string flag, bool isMaximum) => new(name, SubschemaShape.None, context =>
    {
        var isExclusive = context.TrySibling(flag, out var sibling) && sibling.Value.ValueKind == JsonValueKind.True;
        return context.TryNumber(out var raw) ? new BoundNode(context.Site, raw, isMaximum, isExclusive) : null;
    });

    private static Keyword Flag(string name) => new(name, SubschemaShape.None, context =>
        context.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : context.Unexpected("a boolean, as this dialect has it; since draft 6 the keyword takes a number"));
}
