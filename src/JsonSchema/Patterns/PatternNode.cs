namespace SocialContract.JsonSchema.Patterns;

/// <summary>A node of a pattern's syntax tree (ECMA-262 section 22.2.1).</summary>
public abstract record PatternNode
{
    private protected PatternNode()
    {
    }

    /// <summary>Matches the empty string.</summary>
    public sealed record Empty : PatternNode;

    /// <summary>One code point of a set; a literal character is a set of one code point.</summary>
    public sealed record CharacterSet(CodePointSet Set) : PatternNode;

    public sealed record Sequence(IReadOnlyList<PatternNode> Items) : PatternNode;

    public sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <param name="Max">Null: without limit.</param>
    public sealed record Repetition(PatternNode Body, int Min, int? Max, bool Lazy) : PatternNode;

    /// <param name="Number">From 1, in the order of opening parentheses.</param>
    public sealed record Capture(PatternNode Body, int Number, string? Name) : PatternNode;

    public sealed record Backreference(int Number, string? Name) : PatternNode;

    public sealed record Assertion(AssertionKind Kind) : PatternNode;

    public sealed record LookAround(PatternNode Body, bool Behind, bool Negative) : PatternNode;
}
