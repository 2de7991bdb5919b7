using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Derives the rows and cases of one operation.</summary>
internal sealed partial class OperationPlanner
{
    private readonly ContractDescription _api;
    private readonly PlanOptions _options;
    private readonly RequestCheck _check;
    private readonly DraftSource _source;
    private readonly ResourceMap _resources;
    private readonly InventedData _data;
    private readonly Operation _operation;
    private readonly MediaType? _media;
    private readonly SchemaPlaces _places;
    private readonly IReadOnlyList<RuleUse> _uses;
    private readonly OperationPlan _plan = new();
    private readonly Dictionary<string, int> _row = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _inventive;
    private readonly Dictionary<JsonObject, bool> _takesInvented = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<RequestDraft> _drafts = [];
    private FullestRequest? _wide;
    private IReadOnlyList<RequestDraft>? _others;

    public OperationPlanner(
        ContractDescription api, PlanOptions options, RequestCheck check, DraftSource source, ResourceMap resources, Operation operation)
    {
        (_api, _options, _check, _source, _resources, _operation) = (api, options, check, source, resources, operation);
        _data = new InventedData(options.Seed);
        _media = MediaTypes.Preferred(operation.RequestBody);
        _places = SchemaPlaces.OfRequest(operation, _media, api.View);
        _uses = api.Rules.Requests(operation);
        _inventive = InventedData.PlacesIn(SchemaPlaces.OfRequest(operation, _media, api.View, withAlternatives: true));
    }

    public Operation Operation => _operation;

    private RequestDraft Fullest => _drafts[0];

    /// <summary>With what is optional and missing in the fullest.</summary>
    private FullestRequest Wide => _wide ??= FullestRequest.Of(Fullest, _places, _source);

    private IReadOnlyList<RequestDraft> Others => _others ??= _source.Others(Fullest, _places);

    private bool IsDelete => _operation.Method == "DELETE";

    /// <summary>Whether the sequence that creates a thing asks the operation, since it takes the thing away.</summary>
    private bool IsInSequence => _resources.DeletedBy(_operation) is not null;

    public OperationPlan Plan()
    {
        var fault = _operation.Responses.Count == 0 ? "the document describes no answer to it" : _check.FaultOf(_operation);
        (_drafts, var reason) = fault is null ? _source.Of(_operation, _media, _places, _resources.NeedsOf(_operation)) : ([], fault);
        AddRows(_drafts.Count == 0 ? reason : "");
        if (_drafts.Count > 0)
        {
            AddPlain();
            AddRefusals();
            if (!IsInSequence)
            {
                _plan.Cases.AddRange(SecurityCases());
            }

            AddEdges();
            AddMediaTypes();
            AddRobustness();
        }

        foreach (var use in _api.Rules.Responses(_operation).DistinctBy(use => use.Rule.Id).Where(use => !_row.ContainsKey(use.Rule.Id)))
        {
            AddRow(PlannedCheck.Of(use.Rule, _operation));
        }

        new StatusPlanner(_operation, AddCheck).Add();
        new ReflectionPlanner(_operation, AddCheck).Add(_plan);
        new StatePlanner(_operation, _options, AddCheck, Written).Add(_plan, _drafts.Count > 0 ? Fullest : null);
        return _plan;
    }

    private void AddPlain()
    {
        if (IsInSequence)
        {
            return;
        }

        var id = $"{_operation.Id}/plain";
        _plan.Plain = Make(id, "a plain request that obeys every rule", Invented(Fullest, id), CaseExpectation.Accepted, PlainRows());
        if (_operation.Method == "POST" && _resources.ByCreator.ContainsKey(_operation.Id))
        {
            id = $"{_operation.Id}/fixture";
            _plan.Fixture = Make(id, "creates what other requests need", Invented(Fullest, id), CaseExpectation.Any, []);
        }
    }

    /// <summary>The draft with data of the case's own, where the document accepts that: what may stand there depends on no case.</summary>
    private RequestDraft Invented(RequestDraft draft, string caseId)
    {
        if (_inventive.Count == 0)
        {
            return draft;
        }

        var invented = draft with { MessageValues = _data.Apply(draft.MessageValues, _inventive, caseId) };
        if (!_takesInvented.TryGetValue(draft.MessageValues, out var takes))
        {
            _takesInvented.Add(draft.MessageValues, takes = _source.Accepts(invented));
        }

        return takes ? invented : draft;
    }

    /// <summary>The operation's id is not said twice where the rule is the operation's own.</summary>
    private string CaseIdOf(Rule rule) => rule.Id.StartsWith($"{_operation.Id}/", StringComparison.Ordinal) ? rule.Id : $"{_operation.Id}/{rule.Id}";

    private ContractCase? Written(string id, string title, RequestDraft draft, CaseExpectation expectation, IReadOnlyList<CheckKey> rows) =>
        RequestWriter.Write(draft) is { } written ? Make(id, title, draft, expectation, rows, null, written) : null;

    private ContractCase Make(
        string id,
        string title,
        RequestDraft draft,
        CaseExpectation expectation,
        IReadOnlyList<CheckKey> rows,
        ViolationKind? stage = null,
        WrittenRequest? written = null)
    {
        written ??= RequestWriter.Write(draft)!;
        return new ContractCase
        {
            Id = id,
            Operation = _operation,
            Title = title,
            Rows = rows,
            Expectation = expectation,
            Stage = stage,
            Method = _operation.Method,
            Target = written.Target,
            Headers = written.Headers,
            Body = written.Body,
            Role = draft.Role,
            Needs = [.. draft.Needs.Select(needed => needed.Creator)],
            Creates = expectation == CaseExpectation.Accepted || expectation == CaseExpectation.Any,
        };
    }
}
