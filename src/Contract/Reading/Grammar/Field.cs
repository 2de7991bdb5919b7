namespace SocialContract.Contract.Reading.Grammar;

/// <summary>A fixed field of an OpenAPI object.</summary>
internal sealed record Field(string Name, Shape Shape)
{
    public Need Need { get; init; }

    /// <summary>Whether messages can be understood without it, so that a fault in it is a warning.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Whether OpenAPI 3.0 does not have it.</summary>
    public bool IsSince31 { get; init; }

    /// <summary>Whether its errors are kept apart from those of its parent.</summary>
    public bool IsUnit { get; init; }
}

/// <summary>Whether an object needs a field.</summary>
internal enum Need
{
    Optional,

    /// <summary>The specification requires the field, but the object can be understood without it: a missing one is a warning.</summary>
    Demanded,

    /// <summary>Like <see cref="Demanded"/> in OpenAPI 3.0, optional in later versions.</summary>
    DemandedIn30,

    /// <summary>The object means nothing without it: a missing one is an error.</summary>
    Vital,
}
