namespace SocialContract.Contract.Provenances;

/// <summary>Sources as documents (<c>x-source</c>), headers and reports write them.</summary>
public static class RuleSourceWords
{
    /// <summary><c>stated</c>, <c>shown</c> or <c>assumed</c>.</summary>
    public static string ToWord(this RuleSource source) => source switch
    {
        RuleSource.Stated => "stated",
        RuleSource.Shown => "shown",
        RuleSource.Assumed => "assumed",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "not a source"),
    };

    /// <summary>The source that a word names; null for another text.</summary>
    internal static RuleSource? Parse(string? text) => text switch
    {
        "stated" => RuleSource.Stated,
        "shown" => RuleSource.Shown,
        "assumed" => RuleSource.Assumed,
        _ => null,
    };
}
