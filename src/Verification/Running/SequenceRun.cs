using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Sends the steps of a sequence in order, with the ids of the resources that its own steps create.</summary>
internal sealed class SequenceRun
{
    private readonly RunSession _session;
    private ResourceIds _ids;
    private bool _isCreated;

    /// <summary>The creating operation whose response held no id; null while each has one.</summary>
    private string? _lacking;

    /// <summary>The target that the creating response's Location header leads to.</summary>
    private string? _location;

    private SequenceRun(RunSession session) => (_session, _ids) = (session, session.Given);

    public static async Task SendAsync(RunSession session, Sequence sequence, CancellationToken cancellationToken)
    {
        session.Observe(new Observation.SequenceStarted(sequence));
        var run = new SequenceRun(session);
        foreach (var step in sequence.Steps)
        {
            if (step.State is { } check && session.IsMock)
            {
                session.Observe(new Observation.Skipped(check, "the target is a mock, which keeps no state"));
            }

            if (run.CaseOf(step) is { } testCase)
            {
                run.Note(step, (await session.AskAsync(step, testCase, run._ids, cancellationToken)).Result);
            }
        }
    }

    /// <summary>The request of a step; null if it cannot be sent, in which case the reason is observed.</summary>
    private ContractCase? CaseOf(SequenceStep step)
    {
        if (step.Kind == StepKind.FollowLocation && _isCreated)
        {
            if (_location is null)
            {
                _session.Observe(
                    new Observation.Skipped(step.State!.Value, "the response to the creation has no Location header below the base URL"));
                return null;
            }

            return step.Case with { Request = To(step.Case.Request, _location), Needs = [], IsTargetGiven = true };
        }

        // A resource that an earlier step should have created must not be replaced by another one.
        if ((_lacking ?? _ids.Missing(step.Case.Needs)) is not { } creator)
        {
            return step.Case;
        }

        _session.Observe(new Observation.NotSent(
            [.. step.Case.Checks, .. step.State is { } state ? [state] : Array.Empty<CheckKey>()], Targets.Missing(creator)));
        return null;
    }

    private static RequestMessage To(RequestMessage request, string target) => new(request.Method, target, request.Headers, request.Body);

    private void Note(SequenceStep step, SendResult result)
    {
        var creator = step.Case.Operation.Id;
        switch (step.Kind)
        {
            case StepKind.Create when IdExtractor.Id(_session.Plan.Operations[creator].Capture!, result) is { } id:
                (_isCreated, _ids) = (true, _ids.With(creator, id));
                _location = Targets.OfLocation(_session.Options.Url, result.Header("Location"), Targets.Of(step.Case, _ids));
                break;
            case StepKind.Create:
                _lacking ??= creator;
                _location = Targets.OfLocation(_session.Options.Url, result.Header("Location"), Targets.Of(step.Case, _ids));
                break;
            case StepKind.Delete or StepKind.DeleteParent when result.IsSuccess:
                _session.Created.Deleted(step.Case, _ids);
                break;
        }
    }
}
