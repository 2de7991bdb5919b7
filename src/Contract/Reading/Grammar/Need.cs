namespace SocialContract.Contract.Reading.Grammar;

/// <summary>How much an object needs a field.</summary>
internal enum Need
{
    Optional,

    /// <summary>The specification demands it, and the object is understood without it: a warning where it is absent.</summary>
    Demanded,

    /// <summary>The same, in OpenAPI 3.0 only.</summary>
    DemandedIn30,

    /// <summary>Without it the object means nothing: an error where it is absent.</summary>
    Vital,
}
