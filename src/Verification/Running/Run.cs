using System.Collections.Concurrent;
using SocialApi.Contract.Model;
using SocialApi.Contract.Validation;
using SocialApi.Verification.Cases;
using SocialApi.Verification.Planning;
using SocialApi.Verification.Results;

namespace SocialApi.Verification.Running;

/// <summary>One run of a plan: plain requests first, then what depends on nothing side by side, then sequences, then states, and everything put back.</summary>
internal sealed class Run : IDisposable
{
    private const int MostFaults = 3;

    private readonly VerificationPlan _plan;
    private readonly RunOptions _options;
    private readonly Credentials _credentials;
    private readonly Transport _transport;
    private readonly CaseJudge _cases;
    private readonly AnswerJudge _answers;
    private readonly ReflectionJudge _reflections;
    private readonly ConcurrentDictionary<string, string> _fixtures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentBag<int>> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(Capture Capture, string Id)> _created = new();
    private readonly ConcurrentDictionary<(string, string), bool> _deleted = new();
    private readonly ConcurrentQueue<ContractCase> _refused = new();
    private readonly int _planned;
    private int _sent;

    public Run(VerificationPlan plan, RunOptions options)
    {
        (_plan, _options) = (plan, options);
        _credentials = new Credentials(options);
        _transport = new Transport(options, _credentials);
        Ledger = new Ledger(plan.Rows);
        Ledger.ExpectRefusals(plan.All);
        _cases = new CaseJudge(Ledger);
        _answers = new AnswerJudge(plan, Ledger);
        _reflections = new ReflectionJudge(plan, Ledger);
        Recorder = new Recorder(options, _credentials, SecretNames(plan.Api));
        _planned = plan.All.Count(one => one.OnlyIfRefused is null);
    }

    public Ledger Ledger { get; }

    public Recorder Recorder { get; }

    /// <summary>Whether the kit's own mock answers: it keeps no state, and takes any token.</summary>
    public bool IsMock { get; private set; }

    /// <returns>Why nothing was tested; null where the run went through.</returns>
    public async Task<string?> SendAsync(CancellationToken cancelled)
    {
        if (await SendPlainAsync(cancelled) is { } reason)
        {
            Ledger.Forget(_plan.Rows.Select(row => row.Key));
            foreach (var row in _plan.Rows)
            {
                Ledger.Add(row.Key, EvidenceKind.Blocked, found: reason.TrimEnd('.'));
            }

            return reason;
        }

        await SendCasesAsync(cancelled);
        var sequences = new SequenceRun(this, Ledger);
        foreach (var sequence in _plan.Sequences)
        {
            await sequences.SendAsync(sequence, cancelled);
        }

        await CheckRefusalsAsync(cancelled);
        await CleanUpAsync(cancelled);
        await SendStatesAsync(cancelled);
        Reconsider();
        return null;
    }

    /// <summary>Sends one case and adds what its answer shows.</summary>
    /// <param name="id">What the target's placeholder stands for.</param>
    /// <param name="singles">Whether its edges are sent alone where it is refused.</param>
    public async Task<(Answer Answer, Exchange Exchange, bool IsSound)> AskAsync(ContractCase one, string? id, CancellationToken cancelled, bool singles = false)
    {
        var answer = await _transport.SendAsync(one, id, cancelled);
        var exchange = Recorder.Add(one, id, answer);
        IsMock |= answer.IsMock;
        _codes.GetOrAdd(one.Operation.Id, _ => []).Add(answer.Code);
        if (!(IsMock && one.Stage == ViolationKind.Security && answer.IsSuccess && TakesAnyToken(one)))
        {
            _cases.Judge(one, answer, exchange, singles);
        }

        var isSound = _answers.Judge(one, answer, exchange);
        if (isSound && one.Expectation is CaseExpectation.Accepted or CaseExpectation.Any)
        {
            _reflections.Judge(one, id, answer, exchange);
        }

        if (one.Expectation == CaseExpectation.Refused && answer.IsRefusal)
        {
            _refused.Enqueue(one);
        }

        if (_plan.Captures.TryGetValue(one.Operation.Id, out var capture) && !answer.IsMock)
        {
            foreach (var created in Capturing.Ids(capture, answer))
            {
                _created.Enqueue((capture, created));
            }
        }

        _options.Progress?.Invoke(Interlocked.Increment(ref _sent), Math.Max(_planned, _sent), Ledger.Broken);
        return (answer, exchange, isSound);
    }

    /// <summary>Notes that something was deleted, so that it is not deleted again.</summary>
    public void Deleted(Capture capture, string id) => _deleted[(capture.Creator.Id, id)] = true;

    /// <summary>The target that a Location header leads to, seen from the request that was answered with it; null where it is not below the base URL.</summary>
    public string? TargetOf(string? location, string target)
    {
        var path = _options.Url.AbsolutePath.TrimEnd('/');
        return location is { Length: > 0 } && Uri.TryCreate(new Uri(_options.Url, path + target), location, out var url) && url.PathAndQuery.StartsWith(path + "/", StringComparison.Ordinal)
            ? url.PathAndQuery[path.Length..]
            : null;
    }

    public void Dispose() => _transport.Dispose();

    private static bool TakesAnyToken(ContractCase one) => one.Id.EndsWith("/security/unknown", StringComparison.Ordinal);

    private async Task<string?> SendPlainAsync(CancellationToken cancelled)
    {
        var first = new List<(Operation, Answer)>();
        foreach (var fixture in _plan.Fixtures.Values)
        {
            var (answer, _, isSound) = await AskAsync(fixture, null, cancelled);
            first.Add((fixture.Operation, answer));
            if (isSound && Capturing.Ids(_plan.Captures[fixture.Operation.Id], answer) is [var id, ..])
            {
                _fixtures[fixture.Operation.Id] = id;
            }

            if (GivesUp())
            {
                return Preflight.Reason(_options, _credentials, first);
            }
        }

        foreach (var one in _plan.Plain.Values)
        {
            if (IdFor(one) is not { IsKnown: true } needed)
            {
                Block(one);
                continue;
            }

            var (answer, _, _) = await AskAsync(one, needed.Id, cancelled);
            first.Add((one.Operation, answer));
            if (GivesUp())
            {
                break;
            }
        }

        return Preflight.Reason(_options, _credentials, first);

        // An unreachable server need not be asked a hundred times, nor a hanging one.
        bool GivesUp() => first is [.., (_, { Fault: FaultKind.Unreachable })] && first.Count == 1
            || (first.Count >= MostFaults && first.TrueForAll(one => one.Item2.Fault != FaultKind.None))
            || first is [(_, { Fault: FaultKind.TimedOut or FaultKind.Endless })];
    }

    private async Task SendCasesAsync(CancellationToken cancelled)
    {
        var refused = new ConcurrentDictionary<string, (ContractCase Case, Exchange Exchange)>(StringComparer.Ordinal);
        var singles = _plan.Cases.Where(one => one.OnlyIfRefused is not null).ToLookup(one => one.OnlyIfRefused!, StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            _plan.Cases.Where(one => one.OnlyIfRefused is null),
            new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency },
            async (one, _) =>
            {
                if (IdFor(one) is not { IsKnown: true } needed)
                {
                    Block(one);
                    return;
                }

                var (answer, exchange, _) = await AskAsync(one, needed.Id, cancelled, singles.Contains(one.Id));
                if (one.Expectation == CaseExpectation.Accepted && !answer.IsSuccess && CaseJudge.Blocked(one, answer) is null && singles.Contains(one.Id))
                {
                    refused[one.Id] = (one, exchange);
                }
            });

        foreach (var (one, exchange) in refused.Values.OrderBy(pair => pair.Case.Id, StringComparer.Ordinal))
        {
            await FindEdgeAsync(one, exchange, singles[one.Id], cancelled);
        }
    }

    /// <summary>Several edges at once were refused: asks each alone.</summary>
    private async Task FindEdgeAsync(ContractCase combined, Exchange exchange, IEnumerable<ContractCase> singles, CancellationToken cancelled)
    {
        var plain = new RowKey(CheckIds.Plain, combined.Operation.Id);
        if (Ledger.IsBroken(plain))
        {
            Ledger.Add(combined.Rows, EvidenceKind.Blocked, exchange, found: "a plain request that obeys every rule is not accepted");
            return;
        }

        var isFound = false;
        foreach (var single in singles)
        {
            var (answer, _, _) = await AskAsync(single, IdFor(single).Id, cancelled);
            isFound |= !answer.IsSuccess;
        }

        if (!isFound)
        {
            Ledger.Add(plain, EvidenceKind.Broken, exchange, $"Accepted, for the request obeys every rule ({combined.Title}).", $"Refused with {exchange.Response?.Start}, though each of its edges alone is accepted.");
        }
    }

    /// <summary>Looks for what refused requests would have created, where the document has a list of it.</summary>
    private async Task CheckRefusalsAsync(CancellationToken cancelled)
    {
        foreach (var (creator, list) in _plan.Lists)
        {
            var row = new RowKey(CheckIds.Refused, creator);
            if (IsMock)
            {
                Ledger.Skip(row, "the target is a mock, which keeps no state");
                continue;
            }

            var (answer, exchange, _) = await AskAsync(list, null, cancelled);
            if (!answer.IsSuccess || _refused.IsEmpty)
            {
                Ledger.Add(row, EvidenceKind.Blocked, exchange, found: answer.Fault == FaultKind.None ? $"the list is answered with {answer.Code}" : answer.FaultText);
                continue;
            }

            var text = System.Text.Encoding.UTF8.GetString(answer.Bytes.Span);
            var done = _refused.Where(one => one.Operation.Id == creator).FirstOrDefault(one => InventedData.ValuesIn(one).Any(value => text.Contains(value, StringComparison.Ordinal)));
            Ledger.Add(row, done is null ? EvidenceKind.Kept : EvidenceKind.Broken, exchange, "What a refused request would have created is not in the list.", done is null ? "" : $"What {done.Id} sent is in it, though it was refused.");
        }
    }

    private async Task CleanUpAsync(CancellationToken cancelled)
    {
        while (_created.TryDequeue(out var thing))
        {
            if (thing.Capture.Deleter is { } deleter && _deleted.TryAdd((thing.Capture.Creator.Id, thing.Id), true)
                && _plan.Sequences.FirstOrDefault(sequence => sequence.Capture.Creator == thing.Capture.Creator)?.Steps.FirstOrDefault(step => step.Kind == StepKind.Delete)?.Case is { } delete)
            {
                var one = delete with { Id = $"{deleter.Id}/clean-up", Title = "deletes what the run created", Rows = [], Expectation = CaseExpectation.Any };
                await AskAsync(one, thing.Id, cancelled);
            }
        }
    }

    private async Task SendStatesAsync(CancellationToken cancelled)
    {
        if (_options.ProviderStatesUrl is not { } url)
        {
            return;
        }

        var client = new StateClient(_transport, url);
        var examples = new ExampleJudge(Ledger);
        foreach (var state in _plan.States)
        {
            if (!_credentials.Has(state.Case.Role))
            {
                Ledger.Add(state.Case.Rows, EvidenceKind.Blocked, found: $"there is no token for the role {state.Case.Role} (--token {state.Case.Role}=TOKEN)");
                continue;
            }

            string? fault = null;
            foreach (var one in state.States)
            {
                fault ??= await client.ChangeAsync(one, "setup", cancelled);
            }

            if (fault is not null)
            {
                Ledger.Add(state.Case.Rows, EvidenceKind.Blocked, found: fault);
            }
            else
            {
                var (answer, exchange, isSound) = await AskAsync(state.Case with { Rows = [] }, null, cancelled);
                examples.Judge(state, answer, exchange, isSound);
            }

            foreach (var one in state.States.Reverse())
            {
                await client.ChangeAsync(one, "teardown", cancelled);
            }
        }
    }

    /// <summary>What is known only in the end: which operations are not there at all, and whose refusals prove nothing since they refuse everything.</summary>
    private void Reconsider()
    {
        foreach (var operation in _plan.Api.Operations)
        {
            var route = new RowKey(CheckIds.Route, operation.Id);
            var rows = _plan.Rows.Where(row => row.Operation == operation).Select(row => row.Key).ToList();
            var codes = _codes.TryGetValue(operation.Id, out var all) ? all.Where(code => code is not (0 or 401 or 403)).ToList() : [];
            if (codes.Count == 0)
            {
                continue;
            }

            if (codes.TrueForAll(code => code is 404 or 405))
            {
                var exchange = Recorder.Exchanges.First(exchange => exchange.Response is { } answer && answer.Start.StartsWith($"{codes[0]}", StringComparison.Ordinal) && exchange.Case.StartsWith(operation.Id, StringComparison.Ordinal));
                Ledger.Forget(rows);
                Ledger.Add(route, EvidenceKind.Broken, exchange, $"{operation.Method} {operation.Path} is there.", $"Every request to it is answered with {codes[0]}.");
                Ledger.Add(rows.Where(row => row != route), EvidenceKind.Blocked, exchange, found: $"every request to {operation.Method} {operation.Path} is answered with {codes[0]}");
            }
            else
            {
                Ledger.Add(route, EvidenceKind.Accepted);
                if (!Ledger.IsAccepted(new RowKey(CheckIds.Plain, operation.Id)))
                {
                    Ledger.Distrust(rows, "no request to it was accepted, so that refusals prove nothing");
                }
            }
        }
    }

    private (bool IsKnown, string? Id) IdFor(ContractCase one) =>
        one.Needs is not { } creator ? (true, null) : _fixtures.TryGetValue(creator, out var id) ? (true, id) : (false, null);

    private void Block(ContractCase one) => Ledger.Add(one.Rows, EvidenceKind.Blocked, found: $"it needs the id of something that {one.Needs} creates, and none came");

    private static HashSet<string> SecretNames(ContractDescription api) =>
    [
        .. api.Operations.SelectMany(api.Rules.Responses).Where(use => use.Rule.Secret && use.Instance.StartsWith("/body", StringComparison.Ordinal))
            .Select(use => use.Rule.Property ?? Parts.NameOf(use.Instance)),
    ];
}
