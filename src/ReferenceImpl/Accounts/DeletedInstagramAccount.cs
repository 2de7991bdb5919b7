namespace SocialContract.ReferenceImpl.Accounts;

internal sealed record DeletedInstagramAccount(bool Success, long InstagramAccountId);
