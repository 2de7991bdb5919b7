using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Sends the steps of a sequence in order, with the ids of the resources that its own steps create.</summary>
internal sealed class SequenceRun
{
    private readonly RunSession _session;
    private readonly Dictionary<string, string?> _doubts = new(StringComparer.Ordinal);
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
                var ids = run._ids;
                var result = (await session.AskAsync(step, testCase, ids, cancellationToken)).Result;
                var created = step.Kind == StepKind.Create
                    ? await Confirmation.FirstCreatedAsync(session, testCase, ids, result, cancellationToken)
                    : null;
                run.Note(step, result, created);
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

            return step.Case.To(_location);
        }

        // A resource that an earlier step should have created must not be replaced by another one.
        var reason = _lacking is { } creator ? Targets.Missing(creator)
            : Targets.Lack(step.Case, _ids, _session.IsMock) ?? DoubtOf(step.Case);
        if (reason is null)
        {
            return step.Case;
        }

        _session.Observe(new Observation.NotSent(
            [.. step.Case.Checks, .. step.State is { } state ? [state] : Array.Empty<CheckKey>()], reason));
        return null;
    }

    /// <summary>Why a request that may change something is not sent; null if it may be sent.</summary>
    private string? DoubtOf(ContractCase testCase)
    {
        if (testCase.IsSafe)
        {
            return null;
        }

        var own = testCase.Needs.FirstOrDefault(creator => _doubts.GetValueOrDefault(creator) is not null);
        return own is not null ? Targets.Doubtful(own, _doubts[own]!)
            : testCase.Needs.All(_doubts.ContainsKey) ? null
            : _session.DoubtOf(testCase with { Needs = [.. testCase.Needs.Where(creator => !_doubts.ContainsKey(creator))] });
    }

    private void Note(SequenceStep step, SendResult result, CreatedId? created)
    {
        var creator = step.Case.Operation.Id;
        switch (step.Kind)
        {
            case StepKind.Create when created is not null:
                (_isCreated, _ids) = (true, _ids.With(creator, created.Id));
                _doubts[creator] = created.Doubt;
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
