using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Resources;

/// <summary>Plans the requests of one operation that are steps of sequences.</summary>
/// <param name="cases">The operation's refused cases outside sequences.</param>
/// <param name="refusedDeletions">Requests to delete a created resource that must be refused, except those with wrong credentials.</param>
internal sealed class StepPlanner(
    OperationDrafts drafts,
    CaseWriter writer,
    CheckList checks,
    RefusalPlanner refusals,
    SecurityPlanner security,
    IReadOnlyList<ContractCase> cases,
    IReadOnlyList<ContractCase> refusedDeletions)
{
    /// <summary>The number of broken rules, beside a missing token, that show whether a refused update is done.</summary>
    private const int RefusedUpdateLimit = 2;

    public Operation Operation => drafts.Operation;

    public CheckList Checks => checks;

    /// <summary>The path of the plain request, without its query; null where there is none.</summary>
    public string? PlainPath => drafts.IsEmpty ? null : RequestWriter.Write(drafts.Plain)?.Path;

    /// <summary>A request that prepares another request, reads its effect or cleans up; null if none was found.</summary>
    public ContractCase? Step(string id, string title) => writer.Plain(id, title);

    /// <summary>The plain request, which must be accepted.</summary>
    public ContractCase? Accepted(string id, string title, IReadOnlyList<CheckKey> about) =>
        writer.Plain(id, title, CaseExpectation.Accepted, about);

    /// <summary>The checks for which an accepted plain request is evidence.</summary>
    public IReadOnlyList<CheckKey> PlainChecks() =>
    [
        .. drafts.Rules
            .Where(use => MessageValues.Find(drafts.Plain.Values, use.Instance).Count > 0
                || !MessagePointer.Parse(use.Instance).IsInBody)
            .Select(use => checks.KeyOf(use.Rule))
            .Append(new CheckKey(CheckIds.Plain, drafts.Operation.Id))
            .Distinct(),
    ];

    /// <summary>
    /// All requests to delete a resource that must be refused: those with wrong credentials, and those that break a rule other than that of
    /// the resource's id.
    /// </summary>
    public IEnumerable<SequenceStep> RefusedDeletions()
    {
        List<ContractCase> refused = [.. security.Cases(), .. refusedDeletions];
        if (refused.Count == 0)
        {
            return [];
        }

        var check = checks.Add(CheckIds.Refused, "a refused deletion deletes nothing");
        return refused.Select(testCase => new SequenceStep(StepKind.RefusedDelete, testCase, check));
    }

    /// <summary>
    /// Requests to change a resource that must be refused. They also have invented values of their own, if the operation takes such.
    /// </summary>
    public IEnumerable<ContractCase> RefusedUpdates()
    {
        var invents = writer.Plain("", "") is { } plain && InventedData.ValuesIn(plain).Count > 0;
        var number = 0;
        var refused = cases.Where(testCase => testCase.Expectation == CaseExpectation.Refused && testCase.Stage == ViolationKind.Body);
        foreach (var rule in refused.SelectMany(testCase => testCase.Checks).Distinct().ToList())
        {
            var id = $"{drafts.Operation.Id}/sequence/refused-update/{number + 1}";
            if (refusals.Single(rule.Id, id) is { } made && (!invents || InventedData.ValuesIn(made).Count > 0))
            {
                number++;
                yield return made;
            }

            if (number == RefusedUpdateLimit)
            {
                break;
            }
        }

        if (security.Check is { } check && security.Forms().Any())
        {
            var (form, title) = security.Forms().First();
            var id = $"{drafts.Operation.Id}/sequence/refused-update/{form.ToString().ToLowerInvariant()}";
            if (writer.Plain(id, title, CaseExpectation.Refused, [check], form) is { } made)
            {
                yield return made;
            }
        }
    }
}
