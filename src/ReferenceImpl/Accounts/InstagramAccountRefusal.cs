namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of a 422 for accounts that are connected elsewhere.</summary>
internal sealed record InstagramAccountRefusal(IReadOnlyList<string> IgUserId);
