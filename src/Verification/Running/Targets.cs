using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Running;

/// <summary>Puts an id that the server gave into a target.</summary>
internal static class Targets
{
    public static string Of(ContractCase one, string? id) =>
        one.Needs is { } creator && id is not null ? one.Target.Replace($"{{{creator}}}", Uri.EscapeDataString(id), StringComparison.Ordinal) : one.Target;
}
