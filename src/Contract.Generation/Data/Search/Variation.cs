namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>How an attempt differs from the previous one.</summary>
internal enum Variation
{
    /// <summary>As the mode asks.</summary>
    Natural,

    /// <summary>With additional members that make the other branches of <c>oneOf</c> reject the value.</summary>
    Exclusive,

    /// <summary>Required properties and elements only, which a <c>not</c> or an exclusive branch may need.</summary>
    Minimal,

    /// <summary>The seed makes the decisions.</summary>
    Random,
}
