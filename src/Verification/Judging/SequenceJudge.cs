using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Says what the responses to the steps of one sequence show about its resource. Steps come in their order.</summary>
internal sealed class SequenceJudge(Sequence sequence)
{
    private readonly CheckKey? _refusedDeletion = sequence.Steps.FirstOrDefault(step => step.Kind == StepKind.RefusedDelete)?.State;
    private readonly List<(ContractCase Case, SendResult Result)> _refusedUpdates = [];
    private readonly List<SendResult> _refusedDeletions = [];
    private ContractCase? _update;
    private bool _isDeleted;
    private JsonNode? _lastRead;

    public IEnumerable<Evidence> Next(SequenceStep step, Observation.Exchanged observed)
    {
        var (result, exchange) = (observed.Result, observed.Exchange);
        Note(step, result);
        var evidence = new List<Evidence>();
        if (_isDeleted && step.Kind is StepKind.ReadDeleted or StepKind.DeleteAgain)
        {
            evidence.AddRange(StatusJudge.OfMissing(observed.Case, result, exchange));
        }

        if (step.State is { } check)
        {
            evidence.AddRange(Conclude(step.Kind, check, result, exchange) is { } shown ? [shown] : Array.Empty<Evidence>());
        }
        else if (step.Kind == StepKind.Delete && _refusedDeletion is { } refused)
        {
            evidence.Add(StateJudge.OfRefusedDeletions(refused, _refusedDeletions, result, exchange));
        }

        if (step.Kind is StepKind.Read or StepKind.ReadBefore or StepKind.ReadUpdated or StepKind.ReadUnchanged)
        {
            _lastRead = result.IsSuccess && Json.TryParse(result.Body, out var now) ? now : null;
            _refusedUpdates.Clear();
        }

        return evidence;
    }

    private void Note(SequenceStep step, SendResult result)
    {
        switch (step.Kind)
        {
            case StepKind.Update:
                _update = result.IsSuccess ? step.Case : null;
                break;
            case StepKind.RefusedUpdate:
                _refusedUpdates.Add((step.Case, result));
                break;
            case StepKind.RefusedDelete:
                _refusedDeletions.Add(result);
                break;
            case StepKind.Delete or StepKind.DeleteParent when result.IsSuccess:
                _isDeleted = true;
                break;
        }
    }

    private Evidence? Conclude(StepKind kind, CheckKey check, SendResult result, RecordedCase exchange)
    {
        return kind switch
        {
            StepKind.Read => OfStatus(result.IsSuccess, result.IsMissing, "The created resource is found."),
            StepKind.FollowLocation => OfStatus(result.IsSuccess, result.IsMissing, "Location leads to the created resource."),
            StepKind.ReadUpdated when _update is { } update => StateJudge.OfUpdate(check, update, result, exchange),
            StepKind.ReadUnchanged => StateJudge.OfRefusedUpdates(check, _refusedUpdates, _lastRead, result, exchange),
            StepKind.ReadDeleted when _isDeleted => OfStatus(result.IsMissing, result.IsSuccess, "The deleted resource is gone."),
            StepKind.DeleteAgain when _isDeleted => OfStatus(
                result is { IsRefusal: true, IsAboutCaller: false },
                result.IsSuccess,
                "The deleted resource is gone and cannot be deleted again."),
            StepKind.ReadChild when _isDeleted => OfStatus(
                result.IsMissing, result.IsSuccess, "A child of the deleted resource is gone too."),
            _ => null,
        };

        Evidence OfStatus(bool isKept, bool isBroken, string expected) =>
            StateJudge.OfStatus(check, result, exchange, isKept, isBroken, expected);
    }
}
