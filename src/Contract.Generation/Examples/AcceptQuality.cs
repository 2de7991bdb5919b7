namespace SocialContract.Contract.Generation.Examples;

/// <summary>How welcome a media type is to a client.</summary>
/// <param name="Weight">In thousandths; 0: not at all.</param>
/// <param name="Specificity">
/// How exactly the client named it: 1 <c>*/*</c>, 2 <c>type/*</c>, 3 the type, 4 the type with parameters; 0 where it did not.
/// </param>
/// <param name="Named">The type that the client named, where it named one.</param>
internal readonly record struct AcceptQuality(int Weight, int Specificity, string? Named);
