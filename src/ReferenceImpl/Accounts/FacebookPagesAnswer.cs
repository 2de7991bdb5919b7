namespace SocialContract.ReferenceImpl.Accounts;

/// <param name="Success">False only where nothing was connected and something was refused.</param>
/// <param name="Message">A sentence for each page that was not connected.</param>
internal sealed record FacebookPagesAnswer(bool Success, IReadOnlyList<FacebookPage> FbPages, IReadOnlyList<string> Message);
