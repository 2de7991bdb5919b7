using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>Cases for the steps of sequences.</content>
internal sealed partial class OperationPlanner
{
    /// <summary>Two rules broken, and no token: enough to see whether what is refused is done.</summary>
    private const int MostRefusedUpdates = 2;

    /// <summary>The path of the plain request, without its query; null where there is none.</summary>
    public string? PlainPath => _drafts.Count > 0 ? RequestWriter.Write(Fullest)?.Target.Split('?')[0] : null;

    /// <summary>A case that prepares another one, looks at what became of it or puts things back; null as for the others.</summary>
    public ContractCase? Step(string id, string title) => Step(id, title, CaseExpectation.Any, []);

    /// <summary>
    /// A case for a step of a sequence, a fixture or an update; null where no request was found that the document accepts.
    /// </summary>
    public ContractCase? Step(
        string id, string title, CaseExpectation expectation, IReadOnlyList<CheckKey> rows, CredentialForm credential = CredentialForm.Right)
    {
        if (_drafts.Count == 0)
        {
            return null;
        }

        var draft = Invented(Fullest, id) with { Credential = credential };
        var stage = credential == CredentialForm.Right ? (ViolationKind?)null : ViolationKind.Security;
        return Make(id, title, draft, expectation, rows, stage);
    }

    /// <summary>
    /// Every request to delete a thing that must be refused: callers who may not, and rules broken but for the thing's id.
    /// </summary>
    public IEnumerable<SequenceStep> RefusedDeletions()
    {
        List<ContractCase> refused = [.. SecurityCases(), .. _plan.RefusedDeletions];
        if (refused.Count == 0)
        {
            return [];
        }

        var row = AddCheck(CheckIds.Refused, _operation.Source, "a deletion that is refused is not done", _operation.Node);
        return refused.Select(one => new SequenceStep(StepKind.RefusedDelete, one, row));
    }

    /// <summary>
    /// Requests to change a thing that must be refused, with values of their own beside what is wrong, if the operation takes such.
    /// </summary>
    public IEnumerable<ContractCase> RefusedUpdates()
    {
        var invents = _drafts.Count > 0 && InventedData.ValuesIn(Make("", "", Invented(Fullest, ""), CaseExpectation.Any, [])).Count > 0;
        var number = 0;
        var refused = _plan.Cases.Where(one => one.Expectation == CaseExpectation.Refused && one.Stage == ViolationKind.Body);
        foreach (var rule in refused.SelectMany(one => one.Rows).Distinct().ToList())
        {
            var id = $"{_operation.Id}/sequence/refused-update/{number + 1}";
            var uses = _uses.Where(use => use.Rule.Id == rule.Id && (use.MediaType is null || use.MediaType == _media)).ToList();
            if (Refusals(uses[0].Rule, uses, id, 1, out _) is [(_, var made)] && (!invents || InventedData.ValuesIn(made).Count > 0))
            {
                number++;
                yield return made with { Id = id };
            }

            if (number == MostRefusedUpdates)
            {
                break;
            }
        }

        if (SecurityRow is { } security && SecurityForms().Any())
        {
            var (form, title) = SecurityForms().First();
            var id = $"{_operation.Id}/sequence/refused-update/{form.ToString().ToLowerInvariant()}";
            if (Step(id, title, CaseExpectation.Refused, [security], form) is { } one)
            {
                yield return one;
            }
        }
    }
}
