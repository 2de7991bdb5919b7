namespace SocialContract.ReferenceImpl.Accounts;

/// <param name="Id">Instagram's own id.</param>
internal sealed record InstagramAccountToConnect(string Id, string Username, string ProfilePictureUrl, string FbToken);
