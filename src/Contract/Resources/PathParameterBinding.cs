namespace SocialContract.Contract.Resources;

/// <summary>A path parameter whose value the server gives.</summary>
/// <param name="Creator">The id of the operation whose response holds it.</param>
internal readonly record struct PathParameterBinding(string Parameter, string Creator);
