namespace SocialContract.JsonSchema.Evaluation;

/// <summary>One schema's use of another.</summary>
/// <param name="Site">The keyword that applies it.</param>
/// <param name="Target">The schema applied.</param>
/// <param name="InPlace">Whether it is applied to the same instance location, so that a cycle of such edges would never end.</param>
internal sealed record SchemaEdge(KeywordSite Site, SchemaNode Target, bool InPlace);
