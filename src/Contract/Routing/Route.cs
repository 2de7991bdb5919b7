using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>An operation at the end of one path, with the names of what the path captures, from left to right.</summary>
internal sealed record Route(Operation Operation, string[] Names, int Order);
