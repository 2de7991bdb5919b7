using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The documentation's sentences for accounts that are not connected.</summary>
internal static class Sentences
{
    public static string RemoveItFirst(AccountPlace target, AccountPlace current, User caller) =>
        $"To connect this social media account to {target.AsSeenBy(caller)}, you must first "
        + $"remove it from {current.AsSeenBy(caller)} accounts";

    public static string AskForAccess(AccountPlace current, User caller, User admin) =>
        $"This social account is already connected to {current.AsSeenBy(caller)}! Please ask {admin.Email} for access";

    public static string InstagramAccountNotConnected(string name, string reason) => $"Instagram account {name} not connected. {reason}";

    /// <summary>The spelling 'conncted' is the documentation's.</summary>
    public static string FacebookPageNotConnected(string name, string reason) => $"Facebook page {name} not conncted. {reason}";
}
