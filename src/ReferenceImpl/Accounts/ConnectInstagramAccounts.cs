namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of POST instagram_accounts.</summary>
internal sealed record ConnectInstagramAccounts(FacebookAccount FacebookAccount, IReadOnlyList<InstagramAccountToConnect>? IgAccounts = null);
