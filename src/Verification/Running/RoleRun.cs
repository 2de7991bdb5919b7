using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends plain requests with the tokens of the other roles, each until one is accepted: a token that was given and is refused everywhere is
/// a failure of authentication if another one is accepted.
/// </summary>
internal static class RoleRun
{
    public static async Task SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        var plain = session.Plan.Operations.Values
            .Where(operation => operation.Plain is not null)
            .Select(operation => operation.ForRoles)
            .OfType<ContractCase>()
            .Where(testCase => session.Given.Missing(testCase.Needs) is null && session.DoubtOf(testCase) is null)
            .OrderByDescending(testCase => testCase.IsSafe)
            .ToList();
        foreach (var role in session.IsMock ? [] : session.Credentials.OtherRoles)
        {
            foreach (var testCase in plain)
            {
                var asked = InventedData.Varied(testCase.CalledBy(role), role);
                var observed = await session.AskAsync(RunPhase.Role, asked, session.Given, cancellationToken);
                if (!observed.Result.RefusesCaller)
                {
                    break;
                }
            }
        }
    }
}
