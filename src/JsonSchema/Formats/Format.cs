using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Formats;

/// <summary>A format as an assertion.</summary>
/// <param name="expected">What it asks for, to be read after 'expected'.</param>
internal abstract class Format(string expected)
{
    public delegate bool TextTest(ReadOnlySpan<byte> utf8);

    public string Expected { get; } = expected;

    /// <summary>The kinds of value that it speaks about; others have every format (validation 7).</summary>
    public abstract Kinds Applies { get; }

    public abstract bool IsValid(ref Evaluator evaluator, int index);

    /// <summary>One of strings.</summary>
    /// <param name="test">Given the text without escapes.</param>
    internal sealed class OfStrings(string expected, TextTest test) : Format(expected)
    {
        public override Kinds Applies => Kinds.String;

        public override bool IsValid(ref Evaluator evaluator, int index) => Strings.IsFormat(ref evaluator, index, test);
    }

    /// <summary>One of numbers.</summary>
    /// <param name="test">Given the number's text.</param>
    internal sealed class OfNumbers(string expected, TextTest test) : Format(expected)
    {
        public override Kinds Applies => Kinds.Number;

        public override bool IsValid(ref Evaluator evaluator, int index) => test(evaluator.Raw(index));
    }
}
