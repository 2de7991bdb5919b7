using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>Where every caller is refused, finds out whether the token is good and only looked for in another header.</summary>
internal static class HeaderProbe
{
    /// <returns>Whether a request with the token in another header was accepted: the rule of authentication is broken then.</returns>
    public static async Task<bool> SendAsync(Run run, CancellationToken cancellationToken)
    {
        var codes = run.Codes.Values.SelectMany(ofOperation => ofOperation).Select(one => one.Code).ToList();
        if (run.Credentials.Default is null || codes.Count == 0 || !codes.TrueForAll(code => code is 401 or 403))
        {
            return false;
        }

        var isAccepted = false;
        foreach (var one in run.Plan.Cases.Where(one => one.Stage == ViolationKind.Security && one.Needs.Count == 0 && IsOtherHeader(one)))
        {
            var (answer, _, _) = await run.AskAsync(one, ResourceIds.None, cancellationToken);
            isAccepted |= answer.IsSuccess;
        }

        return isAccepted;
    }

    private static bool IsOtherHeader(ContractCase one) =>
        one.Id.EndsWith($"/security/{nameof(CredentialForm.WrongHeader)}", StringComparison.OrdinalIgnoreCase);
}
