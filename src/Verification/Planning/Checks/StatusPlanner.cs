using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Checks;

/// <summary>
/// Plans a check for each status that the document only assumes: another status of its class conforms, and is a question to the team.
/// </summary>
internal static class StatusPlanner
{
    public static void Add(CheckList checks)
    {
        foreach (var response in checks.Operation.Responses.Where(response => response.Source == RuleSource.Assumed))
        {
            if (Subject(response.Status) is { } subject)
            {
                var id = CheckIds.Status(response, checks.Operation).Id;
                checks.Add(id, RuleSource.Assumed, $"{subject} with {response.Status}", response.Node);
            }
        }
    }

    /// <summary>The beginning of the check's statement; null if no request of a run leads to the status.</summary>
    private static string? Subject(string status) => status switch
    {
        ['2', >= '0' and <= '9', >= '0' and <= '9'] => "an accepted request is answered",
        "400" => "a body that cannot be read is refused",
        "401" or "403" => "a caller who does not authenticate is refused",
        "404" or "410" => "a request for a missing resource is answered",
        "415" => "a body of another content type is refused",
        "422" => "a request that breaks a rule of its parameters is refused",
        _ => null,
    };
}
