namespace SocialContract.Contract.Routing;

/// <summary>A piece of a path, in UTF-16 code units.</summary>
internal readonly record struct PathRange(int Start, int Length);
