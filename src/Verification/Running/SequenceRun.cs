using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Sends the steps of sequences one after the other and looks at what became of the things.</summary>
internal sealed class SequenceRun(Run run, Ledger ledger)
{
    private readonly StateJudge _states = new(ledger);

    public async Task SendAsync(Sequence sequence, CancellationToken cancellationToken)
    {
        var life = new ResourceState { Ids = run.Given };
        var refusesDeletions = sequence.Steps.FirstOrDefault(step => step.Kind == StepKind.RefusedDelete)?.State;
        foreach (var step in sequence.Steps)
        {
            if (step.State is { } about && run.IsMock)
            {
                ledger.Skip(about, "the target is a mock, which keeps no state");
            }

            if (CaseOf(step, life) is not { } asked)
            {
                continue;
            }

            var (answer, exchange, _) = await run.AskAsync(asked, life.Ids, cancellationToken);
            Note(step, answer, life);
            if (run.IsMock)
            {
                continue;
            }

            if (life.IsDeleted && step.Kind is StepKind.ReadDeleted or StepKind.DeleteAgain)
            {
                run.Missing(asked, answer, exchange);
            }

            if (step.State is { } row)
            {
                Conclude(step.Kind, row, answer, exchange, life);
            }
            else if (step.Kind == StepKind.Delete && refusesDeletions is { } refused)
            {
                _states.Undone(refused, answer, exchange, life);
            }

            life.Read(step.Kind, answer);
        }
    }

    /// <summary>The request of a step; null where it cannot be sent, for a reason that its rows are told.</summary>
    private ContractCase? CaseOf(SequenceStep step, ResourceState life)
    {
        if (step.Kind == StepKind.FollowLocation && life.IsCreated)
        {
            if (life.Location is null)
            {
                ledger.Skip(step.State!.Value, "the creating answer has no Location header below the base URL");
                return null;
            }

            return step.Case with { Target = life.Location, Needs = [] };
        }

        // What a step needs and an earlier one should have created must not come from elsewhere.
        if ((life.Lacking ?? life.Ids.Missing(step.Case.Needs)) is not { } creator)
        {
            return step.Case;
        }

        ledger.Add(step.Case.Rows, EvidenceKind.Blocked, found: Targets.Missing(creator));
        if (step.State is { } state)
        {
            ledger.Add(state, EvidenceKind.Blocked, found: Targets.Missing(creator));
        }

        return null;
    }

    private void Note(SequenceStep step, Answer answer, ResourceState life)
    {
        switch (step.Kind)
        {
            case StepKind.Create:
                life.Created(step.Case.Operation.Id, IdExtractor.Id(run.Plan.Captures[step.Case.Operation.Id], answer));
                life.Location = run.TargetOf(answer.Header("Location"), Targets.Of(step.Case, life.Ids));
                break;
            case StepKind.Update:
                life.Update = answer.IsSuccess ? step.Case : null;
                break;
            case StepKind.RefusedUpdate:
                life.RefusedUpdates.Add((step.Case, answer));
                break;
            case StepKind.RefusedDelete:
                life.RefusedDeletions.Add(answer);
                break;
            case StepKind.Delete or StepKind.DeleteParent when answer.IsSuccess:
                life.IsDeleted = true;
                run.Created.Deleted(step.Case, life.Ids);
                break;
        }
    }

    private void Conclude(StepKind kind, CheckKey row, Answer answer, Exchange exchange, ResourceState life)
    {
        switch (kind)
        {
            case StepKind.Read:
                _states.Conclude(row, answer, exchange, answer.IsSuccess, answer.Code is 404 or 410, "What was created is found.");
                break;
            case StepKind.FollowLocation:
                _states.Conclude(row, answer, exchange, answer.IsSuccess, answer.Code is 404 or 410, "Location leads to what was created.");
                break;
            case StepKind.ReadUpdated when life.Update is { } update:
                _states.Updated(row, update, answer, exchange);
                break;
            case StepKind.ReadUnchanged:
                _states.Unchanged(row, life, answer, exchange);
                break;
            case StepKind.ReadDeleted when life.IsDeleted:
                _states.Conclude(row, answer, exchange, answer.Code is 404 or 410, answer.IsSuccess, "What was deleted is gone.");
                break;
            case StepKind.DeleteAgain when life.IsDeleted:
                var isRefused = answer.IsRefusal && answer.Code is not (401 or 403 or 429);
                _states.Conclude(row, answer, exchange, isRefused, answer.IsSuccess, "What was deleted is gone, and cannot be deleted again.");
                break;
            case StepKind.ReadOrphan when life.IsDeleted:
                _states.Conclude(
                    row, answer, exchange, answer.Code is 404 or 410, answer.IsSuccess, "What is beneath something that was deleted is gone with it.");
                break;
        }
    }
}
