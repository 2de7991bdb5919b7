namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>A part of a request that a request pattern does not match.</summary>
/// <param name="Part">The member of the pattern: <c>method</c>, <c>headers.Accept</c>, <c>bodyPatterns[0]</c>.</param>
/// <param name="Expected">With the pattern's name: <c>contains json</c>.</param>
/// <param name="Found">Null if there is no value.</param>
/// <param name="Distance">From 0, a match, to 1.</param>
internal sealed record RequestDifference(string Part, string Expected, string? Found, double Distance);
