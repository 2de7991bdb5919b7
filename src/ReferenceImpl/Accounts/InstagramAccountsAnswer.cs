namespace SocialContract.ReferenceImpl.Accounts;

/// <param name="Success">False only where nothing was connected and something was refused.</param>
/// <param name="Message">A sentence for each account that was not connected.</param>
internal sealed record InstagramAccountsAnswer(bool Success, IReadOnlyList<InstagramAccount> IgAccounts, IReadOnlyList<string> Message);
