using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// If the server refuses every caller, sends the token in another header. A server that accepts it there breaks the rule of authentication,
/// and the token is valid.
/// </summary>
internal static class HeaderProbe
{
    public static async Task SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        var results = session.Observations.OfType<Observation.Exchanged>()
            .Where(observed => observed.Case.Role is null)
            .Select(observed => observed.Result).ToList();
        if (!session.Credentials.IsAny || results.Count == 0 || !results.TrueForAll(result => result.RefusesCaller))
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
