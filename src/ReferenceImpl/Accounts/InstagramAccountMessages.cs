namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of POST instagram_accounts.</summary>
internal sealed record ConnectInstagramAccounts(
    FacebookAccount FacebookAccount, IReadOnlyList<InstagramAccountToConnect>? IgAccounts = null);

/// <param name="Id">Instagram's own id.</param>
internal sealed record InstagramAccountToConnect(string Id, string Username, string ProfilePictureUrl, string FbToken);

/// <summary>The body of the 200 of POST instagram_accounts.</summary>
/// <param name="Success">False only if no account was connected and at least one was refused.</param>
/// <param name="Message">A sentence for each account that was not connected.</param>
internal sealed record InstagramAccountsResponse(bool Success, IReadOnlyList<InstagramAccount> IgAccounts, IReadOnlyList<string> Message);

/// <summary>The body of the 422 of POST instagram_accounts for accounts that are connected elsewhere.</summary>
internal sealed record InstagramAccountRefusal(IReadOnlyList<string> IgUserId);

/// <summary>The body of the 200 of DELETE instagram_accounts/{id}.</summary>
internal sealed record DeletedInstagramAccount(bool Success, long InstagramAccountId);
