using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Where every caller is refused, sends the token in another header: a server that accepts it breaks the rule of authentication, and the
/// token is good.
/// </summary>
internal static class HeaderProbe
{
    public static async Task SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        var answers = session.Observations.OfType<Observation.Answered>().Select(observed => observed.Answer).ToList();
        if (session.Credentials.Default is null || answers.Count == 0 || !answers.TrueForAll(answer => answer.Code is 401 or 403))
        {
            return;
        }

        var probes = session.Plan.Cases.Where(testCase => testCase is { Credential: CredentialForm.WrongHeader, Needs.Count: 0 });
        foreach (var testCase in probes)
        {
            await session.AskAsync(RunPhase.HeaderProbe, testCase, ResourceIds.None, cancellationToken);
        }
    }
}
