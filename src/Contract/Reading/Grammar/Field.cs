namespace SocialContract.Contract.Reading.Grammar;

/// <summary>A fixed field of an OpenAPI object.</summary>
internal sealed record Field(string Name, Shape Shape)
{
    /// <summary>Whether the object must have it in that version.</summary>
    public Need Need { get; init; }

    /// <summary>Whether messages are understood without it, so that a fault in it is a warning.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Whether OpenAPI 3.0 does not have it.</summary>
    public bool IsSince31 { get; init; }

    /// <summary>Whether its errors are kept apart from those of the object around it.</summary>
    public bool IsUnit { get; init; }
}
