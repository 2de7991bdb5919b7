namespace SocialContract.Contract.Keywords;

/// <summary>The limit that a keyword's value sets.</summary>
/// <param name="Of">What it limits.</param>
/// <param name="IsLeast">Whether it is the least that is allowed; otherwise the greatest.</param>
/// <param name="IsExclusive">Whether the limit itself is not allowed.</param>
/// <param name="ExclusiveBy">
/// The keyword beside it that, as <c>true</c>, excludes the limit itself (OpenAPI 3.0); null if there is none.
/// </param>
internal sealed record KeywordLimit(Quantity Of, bool IsLeast, bool IsExclusive = false, string? ExclusiveBy = null);

/// <summary>What a limit is about.</summary>
internal enum Quantity
{
    /// <summary>The number itself.</summary>
    Value,

    /// <summary>The characters of a string.</summary>
    Length,

    /// <summary>The elements of an array.</summary>
    Elements,

    /// <summary>The members of an object.</summary>
    Members,
}
