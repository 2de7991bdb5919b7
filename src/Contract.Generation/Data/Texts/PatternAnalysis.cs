using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>What the syntax tree of a pattern says about the texts that it matches.</summary>
internal static class PatternAnalysis
{
    /// <summary>A length that looks like a word or a number, rather than the least possible.</summary>
    public static int PreferredLength(PatternNode node) => node switch
    {
        PatternNode.CharacterSet => 1,
        PatternNode.Sequence sequence => sequence.Items.Sum(PreferredLength),
        PatternNode.Alternation alternation => PreferredLength(alternation.Branches[0]),
        PatternNode.Capture capture => PreferredLength(capture.Body),
        PatternNode.Repetition { Max: 1 } => 0,
        PatternNode.Repetition repetition when repetition.Body is PatternNode.CharacterSet =>
            Math.Max(repetition.Min, Math.Min(repetition.Max ?? int.MaxValue, IsPadding(repetition) ? 0 : 6)),
        PatternNode.Repetition repetition => Math.Max(repetition.Min, repetition.Max == 0 ? 0 : 1) * PreferredLength(repetition.Body),
        _ => 0,
    };

    /// <summary>The least length of a match, at most the size limit of generated data.</summary>
    public static int LeastLength(PatternNode node) => node switch
    {
        PatternNode.CharacterSet => 1,
        PatternNode.Sequence sequence => sequence.Items.Sum(LeastLength),
        PatternNode.Alternation alternation => alternation.Branches.Min(LeastLength),
        PatternNode.Capture capture => LeastLength(capture.Body),
        PatternNode.Repetition repetition =>
            (int)Math.Min((long)repetition.Min * LeastLength(repetition.Body), GenerationLimits.Default.MaxBytes),
        _ => 0,
    };

    /// <summary>Whether the pattern has a back reference, whose length is that of the text it repeats and not known in advance.</summary>
    public static bool HasBackreference(PatternNode node) => node switch
    {
        PatternNode.Backreference => true,
        PatternNode.Sequence sequence => sequence.Items.Any(HasBackreference),
        PatternNode.Alternation alternation => alternation.Branches.Any(HasBackreference),
        PatternNode.Capture capture => HasBackreference(capture.Body),
        PatternNode.Repetition repetition => HasBackreference(repetition.Body),
        _ => false,
    };

    /// <summary>A pattern that is not anchored matches anywhere in a text, so other characters may precede and follow the match.</summary>
    public static PatternNode Padded(PatternNode branch)
    {
        var items = branch is PatternNode.Sequence sequence ? sequence.Items : [branch];
        var padded = new List<PatternNode>(items.Count + 2);
        if (items is not [PatternNode.Assertion { Kind: AssertionKind.Start }, ..])
        {
            padded.Add(Padding());
        }

        padded.AddRange(items);
        if (items is not [.., PatternNode.Assertion { Kind: AssertionKind.End }])
        {
            padded.Add(Padding());
        }

        return new PatternNode.Sequence(padded);
    }

    private static PatternNode.Repetition Padding() => new(new PatternNode.CharacterSet(PatternCharacters.Lower), 0, null, Lazy: true);

    /// <summary>Whether the part was added by <see cref="Padded"/>.</summary>
    public static bool IsPadding(PatternNode.Repetition repetition) =>
        repetition is { Lazy: true, Body: PatternNode.CharacterSet set } && ReferenceEquals(set.Set, PatternCharacters.Lower);

    /// <summary>The alternatives at the top of the pattern; the pattern itself without any.</summary>
    public static IEnumerable<PatternNode> Branches(PatternNode root) => root switch
    {
        PatternNode.Alternation alternation => alternation.Branches.SelectMany(Branches),
        PatternNode.Capture { Body: PatternNode.Alternation } capture => [capture],
        _ => [root],
    };
}
