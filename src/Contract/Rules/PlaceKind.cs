namespace SocialContract.Contract.Rules;

/// <summary>What stands at a place that <see cref="PlaceCursor"/> passes.</summary>
internal enum PlaceKind
{
    Other,
    Operation,
    Parameter,
    Content,
    MediaType,
    Schema,
}
