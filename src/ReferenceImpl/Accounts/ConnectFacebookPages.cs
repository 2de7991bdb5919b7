namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The body of POST facebook_pages.</summary>
internal sealed record ConnectFacebookPages(FacebookAccount FacebookAccount, IReadOnlyList<FacebookPageToConnect>? FbPages = null);
