using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Planning.Checks;

/// <summary>
/// Plans a check for each status that the document only assumes: another status of its class conforms, and is a question to the team.
/// </summary>
internal static class StatusPlanner
{
    private static readonly ViolationKind[] OfEveryRequest = [ViolationKind.Security, ViolationKind.Body];

    private static readonly ViolationKind[] OfRequestsWithBody =
        [ViolationKind.Security, ViolationKind.ContentType, ViolationKind.Syntax, ViolationKind.Body];

    public static void Add(CheckList checks)
    {
        foreach (var response in checks.Operation.Responses.Where(response => response.Source == RuleSource.Assumed))
        {
            if (Statement(checks.Operation, response) is { } statement)
            {
                checks.Add(CheckIds.Status(response, checks.Operation).Id, RuleSource.Assumed, statement, response.Node);
            }
        }
    }

    /// <summary>What has the status; null where a run sends no request for it.</summary>
    private static string? Statement(Operation operation, Response response)
    {
        if (response.Key.IsDefault || response.Key.IsRange)
        {
            return null;
        }

        if (response.Key.IsSuccess)
        {
            return $"an accepted request gets {response.Status}";
        }

        if (RefusalStatuses.IsMissing(response))
        {
            return $"a request for a missing resource gets {response.Status}";
        }

        var subjects = Stages(operation, response).Select(RefusalWords.Single).ToList();
        return subjects.Count == 0 ? null : $"{string.Join(", or ", subjects)} is refused with {response.Status}";
    }

    /// <summary>The stages that expect the response; where they expect another one first, those that allow it.</summary>
    private static List<ViolationKind> Stages(Operation operation, Response response)
    {
        var documented = (operation.RequestBody is null ? OfEveryRequest : OfRequestsWithBody)
            .Select(stage => (Stage: stage, Responses: RefusalStatuses.Named(operation, stage)))
            .Where(entry => entry.Responses.Contains(response))
            .ToList();
        var expected = documented.Where(entry => entry.Responses[0] == response).ToList();
        return [.. (expected.Count > 0 ? expected : documented).Select(entry => entry.Stage)];
    }
}
