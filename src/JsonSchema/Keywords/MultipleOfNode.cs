using System.Text;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>multipleOf</c> (validation 6.2.1), exact: 0.3 is a multiple of 0.1.</summary>
internal sealed class MultipleOfNode : KeywordNode
{
    private readonly string _expected;
    private readonly Divisor _divisor;
    private readonly bool _isSmall;
    private readonly long _small;

    private MultipleOfNode(KeywordSite site, byte[] raw)
        : base(site)
    {
        _expected = $"a multiple of {Describe.Json(Encoding.UTF8.GetString(raw))}";
        _divisor = new(raw);
        _isSmall = SmallInteger.TryParse(raw, out _small);
    }

    public static Keyword Keyword { get; } = new("multipleOf", SubschemaShape.None, Create);

    public override Kinds Applies => Kinds.Number;

    public override int Cost => 5;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        return _isSmall && entry.IsPlainInteger && entry.Length <= SmallInteger.MaxLength
            ? SmallInteger.Parse(evaluator.Raw(index)) % _small == 0
            : _divisor.Divides(evaluator.Raw(index));
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, _expected);
        }
    }

    private static KeywordNode? Create(KeywordContext context)
    {
        if (!context.TryNumber(out var raw))
        {
            return null;
        }

        var number = new NumberText(raw);
        return number.IsZero || number.IsNegative || number.Length > Divisor.MaxDigits
            ? context.Unexpected($"a number above 0 of at most {Divisor.MaxDigits} digits")
            : new MultipleOfNode(context.Site, raw);
    }
}
