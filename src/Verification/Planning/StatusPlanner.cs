using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Plans a row for each status that the document only assumes: another one of its class conforms, and is a question to the team.
/// </summary>
internal sealed class StatusPlanner(Operation operation, Func<string, RuleSource, string, DocumentNode, string, CheckKey> addCheck)
{
    public void Add()
    {
        foreach (var response in operation.Responses.Where(response => response.Source == RuleSource.Assumed))
        {
            if (Subject(response.Status) is { } subject)
            {
                addCheck(CheckIds.Status(response, operation).Id, RuleSource.Assumed, $"{subject} with {response.Status}", response.Node, "");
            }
        }
    }

    /// <summary>What is answered with the status; null where no request of a run asks for it.</summary>
    private static string? Subject(string status) => status switch
    {
        ['2', >= '0' and <= '9', >= '0' and <= '9'] => "what is accepted is answered",
        "400" => "what cannot be read is refused",
        "401" or "403" => "a caller who does not authenticate is refused",
        "404" or "410" => "what is not there is answered",
        "415" => "a body of another content type is refused",
        "422" => "a request that breaks a rule of its parameters is refused",
        _ => null,
    };
}
