using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The place to which an account is connected: one user's Personal, or the Workspace, which all users share.</summary>
/// <param name="UserId">The user whose Personal it is; null: the Workspace.</param>
internal readonly record struct AccountPlace(int? UserId)
{
    public static AccountPlace Workspace => new(null);

    public static AccountPlace PersonalOf(User user) => new(user.Id);

    /// <summary>
    /// The documentation does not say what decides the place; this server decides by the page of the application from which the user
    /// connects.
    /// </summary>
    public static AccountPlace AskedFor(string? location, User caller) =>
        location == "workspaceSettingsPage" ? Workspace : PersonalOf(caller);

    /// <summary>The place as the documentation's sentences name it.</summary>
    public string AsSeenBy(User caller) =>
        UserId is null ? "your Workspace" : UserId == caller.Id ? "your Personal" : "another user's Personal";
}
