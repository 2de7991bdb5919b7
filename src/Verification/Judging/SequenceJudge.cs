using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Says what the answered steps of one sequence show about its resource. Steps come in their order.</summary>
internal sealed class SequenceJudge(Sequence sequence)
{
    private readonly CheckKey? _refusedDeletion = sequence.Steps.FirstOrDefault(step => step.Kind == StepKind.RefusedDelete)?.State;
    private readonly List<(ContractCase Case, Answer Answer)> _refusedUpdates = [];
    private readonly List<Answer> _refusedDeletions = [];
    private ContractCase? _update;
    private bool _isDeleted;
    private JsonNode? _lastRead;

    public IEnumerable<Evidence> Next(SequenceStep step, Observation.Answered observed)
    {
        var (answer, exchange) = (observed.Answer, observed.Exchange);
        Note(step, answer);
        var evidence = new List<Evidence>();
        if (_isDeleted && step.Kind is StepKind.ReadDeleted or StepKind.DeleteAgain)
        {
            evidence.AddRange(StatusJudge.OfMissing(observed.Case, answer, exchange));
        }

        if (step.State is { } check)
        {
            evidence.AddRange(Conclude(step.Kind, check, answer, exchange) is { } shown ? [shown] : Array.Empty<Evidence>());
        }
        else if (step.Kind == StepKind.Delete && _refusedDeletion is { } refused)
        {
            evidence.Add(StateJudge.OfRefusedDeletions(refused, _refusedDeletions, answer, exchange));
        }

        if (step.Kind is StepKind.Read or StepKind.ReadBefore or StepKind.ReadUpdated or StepKind.ReadUnchanged)
        {
            _lastRead = answer.IsSuccess && Json.TryParse(answer.Body, out var now) ? now : null;
            _refusedUpdates.Clear();
        }

        return evidence;
    }

    private void Note(SequenceStep step, Answer answer)
    {
        switch (step.Kind)
        {
            case StepKind.Update:
                _update = answer.IsSuccess ? step.Case : null;
                break;
            case StepKind.RefusedUpdate:
                _refusedUpdates.Add((step.Case, answer));
                break;
            case StepKind.RefusedDelete:
                _refusedDeletions.Add(answer);
                break;
            case StepKind.Delete or StepKind.DeleteParent when answer.IsSuccess:
                _isDeleted = true;
                break;
        }
    }

    private Evidence? Conclude(StepKind kind, CheckKey check, Answer answer, Exchange exchange)
    {
        var isGone = answer.Code is 404 or 410;
        return kind switch
        {
            StepKind.Read => OfStatus(answer.IsSuccess, isGone, "The created resource is found."),
            StepKind.FollowLocation => OfStatus(answer.IsSuccess, isGone, "Location leads to the created resource."),
            StepKind.ReadUpdated when _update is { } update => StateJudge.OfUpdate(check, update, answer, exchange),
            StepKind.ReadUnchanged => StateJudge.OfRefusedUpdates(check, _refusedUpdates, _lastRead, answer, exchange),
            StepKind.ReadDeleted when _isDeleted => OfStatus(isGone, answer.IsSuccess, "The deleted resource is gone."),
            StepKind.DeleteAgain when _isDeleted => OfStatus(
                answer.IsRefusal && answer.Code is not (401 or 403 or 429),
                answer.IsSuccess,
                "The deleted resource is gone and cannot be deleted again."),
            StepKind.ReadOrphan when _isDeleted => OfStatus(
                isGone, answer.IsSuccess, "A child of the deleted resource is gone too."),
            _ => null,
        };

        Evidence OfStatus(bool isKept, bool isBroken, string expected) =>
            StateJudge.OfStatus(check, answer, exchange, isKept, isBroken, expected);
    }
}
