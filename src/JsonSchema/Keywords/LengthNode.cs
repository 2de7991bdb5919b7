using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>maxLength</c> and <c>minLength</c> (validation 6.3.1, 6.3.2): in code points, not bytes or UTF-16 units.</summary>
internal sealed class LengthNode(KeywordSite site, int limit, bool isMaximum) : KeywordNode(site)
{
    /// <summary>The longest text of one code point: a surrogate pair as two <c>\uXXXX</c>.</summary>
    private const int LongestCodePoint = 12;

    public static Keyword MaxLength { get; } = new("maxLength", SubschemaShape.None, context => Create(context, isMaximum: true));

    public static Keyword MinLength { get; } = new("minLength", SubschemaShape.None, context => Create(context, isMaximum: false));

    public override Kinds Applies => Kinds.String;

    public override int Cost => 1;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var bytes = evaluator.Tape[index].Length;
        if (isMaximum)
        {
            return bytes <= limit || Strings.CodePoints(ref evaluator, index) <= limit;
        }

        return bytes >= limit && (bytes / LongestCodePoint >= limit || Strings.CodePoints(ref evaluator, index) >= limit);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            var length = Describe.Count(Strings.CodePoints(ref evaluator, index), "character");
            explainer.Report(
                Site,
                ref evaluator,
                index,
                $"a string of at {(isMaximum ? "most" : "least")} {Describe.Count(limit, "character")}",
                $"{Describe.Value(ref evaluator, index)}, {length}");
        }
    }

    private static LengthNode? Create(KeywordContext context, bool isMaximum) =>
        context.TryCount(out var limit) ? new(context.Site, limit, isMaximum) : null;
}
