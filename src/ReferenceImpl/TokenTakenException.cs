namespace SocialContract.ReferenceImpl;

/// <summary>Two users would have the same token; the message is one sentence that names the users and not the token.</summary>
public sealed class TokenTakenException(string user, string owner)
    : Exception($"The token of {user} is already that of {owner}.");
