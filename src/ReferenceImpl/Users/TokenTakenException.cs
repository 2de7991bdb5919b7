namespace SocialContract.ReferenceImpl.Users;

/// <summary>Two users have the same token; the message names the users, never the token.</summary>
public sealed class TokenTakenException(string user, string owner)
    : Exception($"The token of {user} is already that of {owner}.");
