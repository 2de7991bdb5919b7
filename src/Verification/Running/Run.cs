using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>
/// One run of a plan: plain requests first, then what depends on nothing side by side, then sequences, then states, and everything put back. Answers
/// are judged one at a time in the plan's order, so that a report never depends on which came first.
/// </summary>
internal sealed class Run : IDisposable
{
    private readonly CaseJudge _cases;
    private readonly AnswerJudge _answers;
    private readonly ReflectionJudge _reflections;
    private readonly RefusalReview _refusals;
    private readonly int _planned;
    private int _judged;

    public Run(VerificationPlan plan, RunOptions options)
    {
        (Plan, Options) = (plan, options);
        Credentials = new Credentials(options);
        Transport = new Transport(options, Credentials);
        Ledger = new Ledger(plan.Rows);
        Ledger.ExpectRefusals(plan.All);
        _cases = new CaseJudge(Ledger);
        _answers = new AnswerJudge(plan, Ledger);
        _reflections = new ReflectionJudge(plan, Ledger);
        Recorder = new Recorder(options, Credentials, SecretNames(plan.Api));
        Created = new CreatedResources(this);
        _refusals = new RefusalReview(this);
        _planned = plan.All.Count(one => one.OnlyIfRefused is null);
    }

    public VerificationPlan Plan { get; }

    public RunOptions Options { get; }

    public Credentials Credentials { get; }

    public Transport Transport { get; }

    public Ledger Ledger { get; }

    public Recorder Recorder { get; }

    /// <summary>The ids of what was created for all cases together.</summary>
    public ResourceIds Given { get; private set; } = ResourceIds.None;

    /// <summary>What the server did for the run, to be undone.</summary>
    public CreatedResources Created { get; }

    /// <summary>Whether the kit's own mock answers: it keeps no state, and takes any token.</summary>
    public bool IsMock { get; private set; }

    /// <summary>Every status that an operation's requests were answered with, each with its exchange; 0 for none.</summary>
    public Dictionary<string, List<(int Code, Exchange Exchange)>> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Cases that were refused as they should be.</summary>
    public List<ContractCase> Refused { get; } = [];

    /// <summary>What else the team should know, a sentence each.</summary>
    public List<string> Notices { get; } = [];

    /// <summary>Whether the server still answers.</summary>
    public UnresponsiveTarget UnresponsiveTarget { get; } = new();

    /// <returns>Why nothing was tested; null where the run went through.</returns>
    public async Task<string?> SendAsync(CancellationToken cancellationToken)
    {
        if (await new PlainRun(this).SendAsync(cancellationToken) is { } reason)
        {
            Ledger.Forget(Plan.Rows.Select(row => row.Key));
            var isExplained = await HeaderProbe.SendAsync(this, cancellationToken);
            await Created.DeleteAsync();
            var blocked = isExplained ? "the server looks for the token in another header than the document names" : reason.TrimEnd('.');
            Ledger.Add(Plan.Rows.Select(row => row.Key), EvidenceKind.Blocked, found: blocked);
            return isExplained ? null : reason;
        }

        await new CaseRun(this).SendAsync(cancellationToken);
        var sequences = new SequenceRun(this, Ledger);
        foreach (var sequence in Plan.Sequences)
        {
            await sequences.SendAsync(sequence, cancellationToken);
        }

        await new ListRun(this).SendAsync(cancellationToken);
        await Created.DeleteAsync();
        if (await new StateRun(this).SendAsync(cancellationToken))
        {
            await Created.DeleteAsync();
        }

        _refusals.Conclude();
        RouteReview.Conclude(this);
        Notices.AddRange(Created.Notices());
        return null;
    }

    /// <summary>Sends one case and adds what its answer shows.</summary>
    /// <param name="ids">What the target's placeholders stand for.</param>
    /// <param name="singles">Whether its edges are sent alone where it is refused.</param>
    public async Task<(Answer Answer, Exchange Exchange, bool IsSound)> AskAsync(
        ContractCase one, ResourceIds ids, CancellationToken cancellationToken, bool singles = false)
    {
        var answer = await AnswerAsync(one, ids, cancellationToken);
        var (exchange, isSound) = Judge(one, ids, answer, singles);
        return (answer, exchange, isSound);
    }

    /// <summary>Sends one case; nothing is concluded.</summary>
    public Task<Answer> AnswerAsync(ContractCase one, ResourceIds ids, CancellationToken cancellationToken) =>
        UnresponsiveTarget.Reason is { } reason ? Task.FromResult(Answer.NotSent(reason)) : Transport.SendAsync(one, ids, cancellationToken);

    /// <summary>Adds what an answer shows.</summary>
    public (Exchange Exchange, bool IsSound) Judge(ContractCase one, ResourceIds ids, Answer answer, bool singles = false)
    {
        UnresponsiveTarget.Hear(answer);
        var exchange = Recorder.Add(one, ids, answer);
        if (!Codes.TryGetValue(one.Operation.Id, out var codes))
        {
            Codes.Add(one.Operation.Id, codes = []);
        }

        codes.Add((answer.Code, exchange));
        if (!(IsMock && answer.IsSuccess && one.Stage == ViolationKind.Security && one.Id.EndsWith("/security/unknown", StringComparison.Ordinal)))
        {
            _cases.Judge(one, answer, exchange, singles);
        }

        var isSound = _answers.Judge(one, answer, exchange);
        if (isSound && one.Expectation is CaseExpectation.Accepted or CaseExpectation.Any)
        {
            _reflections.Judge(one, ids, answer, exchange);
        }

        if (one.Expectation == CaseExpectation.Refused && answer.IsRefusal)
        {
            Refused.Add(one);
        }

        _refusals.Note(one, answer, exchange, isSound);
        Created.Note(one, ids, answer);
        Options.Progress?.Invoke(++_judged, Math.Max(_planned, _judged), Ledger.Failed(Options.Gate));
        return (exchange, isSound);
    }

    /// <summary>Adds what the answer shows about things that are gone.</summary>
    public void Missing(ContractCase one, Answer answer, Exchange exchange) => _answers.Missing(one, answer, exchange);

    /// <summary>Finds out whether an answer came from the kit's own mock, and says so in the report: what it cannot show is not asked of it.</summary>
    public async Task RecognizeAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (!IsMock && await MockRecognition.IsMockAsync(this, answer, cancellationToken))
        {
            IsMock = true;
            Notices.Add(
                "The target is this kit's mock of the document: it keeps no state and may take any token, so what would show these is not held against it.");
        }
    }

    /// <summary>Keeps the id of something that other cases need.</summary>
    public void Keep(string creator, string id) => Given = Given.With(creator, id);

    /// <summary>Whether the ids that a case needs are there; where they are not, its rows are blocked.</summary>
    public bool CanSend(ContractCase one)
    {
        if (Given.Missing(one.Needs) is not { } creator)
        {
            return true;
        }

        Ledger.Add(one.Rows, EvidenceKind.Blocked, found: Targets.Missing(creator));
        return false;
    }

    /// <summary>The target that a Location header leads to, seen from the request that was answered with it; null where it is not below the base URL.</summary>
    public string? TargetOf(string? location, string target)
    {
        var path = Options.Url.AbsolutePath.TrimEnd('/');
        return location is { Length: > 0 } && Uri.TryCreate(new Uri(Options.Url, path + target), location, out var url)
            && url.Authority == Options.Url.Authority && url.PathAndQuery.StartsWith(path + "/", StringComparison.Ordinal)
            ? url.PathAndQuery[path.Length..]
            : null;
    }

    public void Dispose() => Transport.Dispose();

    private static HashSet<string> SecretNames(ContractDescription api) =>
    [
        .. api.Operations.SelectMany(api.Rules.Responses).Where(use => use.Rule.Secret && use.Instance.StartsWith("/body", StringComparison.Ordinal))
            .Select(use => use.Rule.Property ?? MessageValues.NameOf(use.Instance)),
    ];
}
