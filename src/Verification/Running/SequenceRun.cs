using System.Text.Json.Nodes;
using SocialApi.Verification.Cases;
using SocialApi.Verification.Results;

namespace SocialApi.Verification.Running;

/// <summary>Sends the steps of a sequence one after the other and looks at what became of the thing.</summary>
internal sealed class SequenceRun(Run run, Ledger ledger)
{
    public async Task SendAsync(Sequence sequence, CancellationToken cancelled)
    {
        string? id = null;
        string? location = null;
        var refusals = new List<bool>();
        var isDeleted = false;
        ContractCase? update = null;
        foreach (var step in sequence.Steps)
        {
            if (step.Kind != StepKind.Create && id is null)
            {
                Block(step, $"it needs the id of something that {sequence.Capture.Creator.Id} creates, and none came");
                continue;
            }

            if (step.State is { } about && run.IsMock)
            {
                ledger.Skip(about, "the target is a mock, which keeps no state");
            }

            var asked = step.Case;
            if (step.Kind == StepKind.FollowLocation)
            {
                if (location is null)
                {
                    ledger.Skip(step.State!.Value, "the creating answer has no Location header below the base URL");
                    continue;
                }

                asked = step.Case with { Target = location, Needs = null };
            }

            var (answer, exchange, isSound) = await run.AskAsync(asked, id, cancelled);
            var state = run.IsMock ? null : step.State;
            switch (step.Kind)
            {
                case StepKind.Create:
                    id = isSound && Capturing.Ids(sequence.Capture, answer) is [var created, ..] ? created : null;
                    location = run.TargetOf(answer.Header("Location"), step.Case.Target);
                    break;
                case StepKind.Read when state is { } row:
                    Conclude(row, answer, exchange, answer.IsSuccess, answer.Code is 404 or 410, "What was created is found.");
                    break;
                case StepKind.FollowLocation when state is { } row:
                    Conclude(row, answer, exchange, answer.IsSuccess, answer.Code is 404 or 410, "Location leads to what was created.");
                    break;
                case StepKind.Update:
                    update = answer.IsSuccess ? step.Case : null;
                    break;
                case StepKind.ReadUpdated when state is { } row && update is not null:
                    Compare(row, update, answer, exchange);
                    break;
                case StepKind.RefusedDelete:
                    refusals.Add(answer.IsRefusal);
                    break;
                case StepKind.Delete:
                    isDeleted = answer.IsSuccess;
                    if (isDeleted)
                    {
                        run.Created.Deleted(sequence.Capture, id!);
                    }

                    ConcludeRefusals(sequence, answer, exchange, refusals);
                    break;
                case StepKind.ReadDeleted when state is { } row && isDeleted:
                    Conclude(row, answer, exchange, answer.Code is 404 or 410, answer.IsSuccess, "What was deleted is gone.");
                    break;
                case StepKind.DeleteAgain when state is { } row && isDeleted:
                    Conclude(row, answer, exchange, answer.IsRefusal && answer.Code is not (401 or 403 or 429), answer.IsSuccess, "What was deleted is gone, and cannot be deleted again.");
                    break;
            }
        }
    }

    private void Block(SequenceStep step, string reason)
    {
        ledger.Add(step.Case.Rows, EvidenceKind.Blocked, found: reason);
        if (step.State is { } state)
        {
            ledger.Add(state, EvidenceKind.Blocked, found: reason);
        }
    }

    private void Conclude(RowKey row, Answer answer, Exchange exchange, bool isKept, bool isBroken, string expected)
    {
        if (isKept || isBroken)
        {
            ledger.Add(row, isKept ? EvidenceKind.Kept : EvidenceKind.Broken, exchange, expected, $"Answered {answer.Code}.");
        }
        else
        {
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: answer.Fault == FaultKind.None ? $"the server answers {answer.Code}" : answer.FaultText);
        }
    }

    /// <summary>Refused deletions left the thing in its place where it can be deleted now.</summary>
    private void ConcludeRefusals(Sequence sequence, Answer answer, Exchange exchange, List<bool> refusals)
    {
        if (run.IsMock || refusals.Count == 0 || sequence.Steps.FirstOrDefault(step => step.Kind == StepKind.RefusedDelete)?.State is not { } row)
        {
            return;
        }

        if (!refusals.TrueForAll(isRefused => isRefused))
        {
            ledger.Add(row, EvidenceKind.Blocked, exchange, found: "a deletion that should have been refused was not");
        }
        else
        {
            Conclude(row, answer, exchange, answer.IsSuccess, answer.Code is 404 or 410, "What a refused request asked for is not done, so that it can be deleted now.");
        }
    }

    /// <summary>Values that the update invented are there under their names, or the update was partial.</summary>
    private void Compare(RowKey row, ContractCase update, Answer answer, Exchange exchange)
    {
        if (!answer.IsSuccess || !Json.TryParse(answer.Bytes, out var read) || update.Body is not { } body || !Json.TryParse(body, out var sent)
            || sent is not JsonObject members)
        {
            return;
        }

        var isCompared = false;
        foreach (var (name, value) in members)
        {
            if (Json.Text(value) is { } text && text.StartsWith("contract-kit-", StringComparison.Ordinal) && read is JsonObject now
                && now.TryGetPropertyValue(name, out var found) && Json.Text(found) is { } present)
            {
                isCompared = true;
                if (present != text)
                {
                    ledger.Add(row, EvidenceKind.Broken, exchange, $"{name} is what the update sent: {text}.", $"It is {present}.");
                    return;
                }
            }
        }

        if (isCompared)
        {
            ledger.Add(row, EvidenceKind.Kept, exchange);
        }
    }
}
