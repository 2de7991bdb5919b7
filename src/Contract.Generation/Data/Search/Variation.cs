namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>How an attempt at a value differs from the one before.</summary>
internal enum Variation
{
    /// <summary>As the mode wants it.</summary>
    Natural,

    /// <summary>With members that keep the other branches of <c>oneOf</c> from accepting the value too.</summary>
    Exclusive,

    /// <summary>Only what is required: what an exclusive branch or a <c>not</c> may need.</summary>
    Minimal,

    /// <summary>Decisions by the seed.</summary>
    Random,
}
