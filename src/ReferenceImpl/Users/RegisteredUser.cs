namespace SocialContract.ReferenceImpl.Users;

/// <summary>A user who may call the API.</summary>
/// <param name="Token">The text after <c>Bearer</c> in the <c>Authentication</c> header.</param>
public sealed record RegisteredUser(Role Role, string Token);
