namespace SocialContract.JsonSchema.Patterns;

/// <summary>The assertions that look at one position (ECMA-262 section 22.2.2.4).</summary>
public enum AssertionKind
{
    /// <summary><c>^</c></summary>
    Start,

    /// <summary><c>$</c>: the very end, not before a final line feed.</summary>
    End,

    /// <summary><c>\b</c></summary>
    WordBoundary,

    /// <summary><c>\B</c></summary>
    NotWordBoundary,
}
