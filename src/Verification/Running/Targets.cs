using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Running;

/// <summary>Puts the ids that the server gave into a target.</summary>
internal static class Targets
{
    /// <summary>Why a case that needs an id is not sent.</summary>
    public static string Missing(string creator) => $"it needs the id of something that {creator} creates, and none came";

    /// <summary>The target; places whose ids are not known stay as they are.</summary>
    public static string Of(ContractCase one, ResourceIds ids) =>
        ids.All.Where(given => one.Needs.Contains(given.Key)).Aggregate(
            one.Target, (target, given) => target.Replace($"{{{given.Key}}}", Uri.EscapeDataString(given.Value), StringComparison.Ordinal));
}
