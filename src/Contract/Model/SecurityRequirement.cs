namespace SocialContract.Contract.Model;

/// <summary>Schemes that must all be met. None: the empty requirement, which every request meets (OpenAPI 3.1, section 4.8.30).</summary>
public sealed record SecurityRequirement(IReadOnlyList<SecurityScheme> Schemes, Documents.DocumentNode Node);
