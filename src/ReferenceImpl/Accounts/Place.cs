using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>Where something is connected: to one user's Personal, or to the Workspace, which all users share.</summary>
/// <param name="UserId">Whose Personal; null: the Workspace.</param>
internal readonly record struct Place(int? UserId)
{
    public static Place Workspace => new(null);

    public static Place PersonalOf(User user) => new(user.Id);

    /// <summary>The documentation does not say what decides it; here it is the page of the application from which the user connects.</summary>
    public static Place AskedFor(string? location, User caller) => location == "workspaceSettingsPage" ? Workspace : PersonalOf(caller);

    /// <summary>As the documentation's sentences call it.</summary>
    public string AsSeenBy(User caller) => UserId is null ? "your Workspace" : UserId == caller.Id ? "your Personal" : "another user's Personal";
}
