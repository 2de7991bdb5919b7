using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Planning.Resources;

namespace SocialContract.Verification.Planning;

/// <summary>Derives the checks and cases of one operation, each kind by a planner of its own.</summary>
internal sealed class OperationPlanner
{
    private readonly ContractDescription _api;
    private readonly PlanOptions _options;
    private readonly WrittenRequestValidator _requests;
    private readonly DraftFinder _finder;
    private readonly ResourceMap _resources;
    private readonly Operation _operation;
    private readonly OperationDrafts _drafts;
    private readonly CaseWriter _writer;
    private readonly CheckList _checks;
    private readonly SecurityPlanner _security;
    private readonly RefusalPlanner _refusals;
    private readonly List<ContractCase> _cases = [];
    private readonly List<ContractCase> _refusedDeletions = [];
    private readonly StepPlanner _steps;

    /// <param name="reason">Why requests must not be planned; null if they are planned.</param>
    public OperationPlanner(
        ContractDescription api,
        PlanOptions options,
        WrittenRequestValidator requests,
        DataGenerator generator,
        ResourceMap resources,
        Operation operation,
        PlanningBudget budget,
        string? reason,
        bool isTooLarge)
    {
        (_api, _options, _requests, _resources, _operation) = (api, options, requests, resources, operation);
        _finder = new DraftFinder(api, requests, generator, budget) { Given = options.Given };
        var fault = reason ?? (isTooLarge ? PlanningBudget.TooLarge
            : operation.Responses.Count == 0 ? "the document describes no response to it"
            : ConnectionHeaders.FaultOf(operation) ?? requests.FaultOf(operation));
        _drafts = new OperationDrafts(
            api, operation, _finder, new InventedData(options.Seed), resources.NeedsOf(operation), fault, isTooLarge);
        var responseRules = isTooLarge ? 0 : api.Rules.Responses(operation).Count;
        budget.ChargeOperation();
        budget.ChargeRules(_drafts.Rules.Count + _drafts.Places.All.Count + responseRules);
        _writer = new CaseWriter(_drafts);
        _checks = new CheckList(api, operation);
        _security = new SecurityPlanner(api.Rules.ForSecurity(operation), _drafts, _writer, _checks, requests);
        _refusals = new RefusalPlanner(
            _drafts, _writer, _checks, requests, new RefusalAttempts(api, _drafts, _finder), options.RefusalLimit);
        _steps = new StepPlanner(_drafts, _writer, _checks, _refusals, _security, _cases, _refusedDeletions);
    }

    /// <summary>Whether the operation deletes a resource, so that the sequence that creates the resource sends its requests.</summary>
    private bool IsInSequence => _resources.DeletedBy(_operation) is not null;

    public OperationPlan Plan(CancellationToken cancellationToken)
    {
        AddRequestChecks();
        List<CheckKey> requestChecks = [.. _checks.All.Select(check => check.Key)];
        var plain = _drafts.IsEmpty || IsInSequence ? null
            : _writer.Plain(
                $"{_operation.Id}/plain", "a plain request that obeys every rule", CaseExpectation.Accepted, _steps.PlainChecks());
        if (!_drafts.IsEmpty && _operation.DescribesSuccess)
        {
            AddCases(cancellationToken);
        }

        foreach (var use in _drafts.IsTooLarge ? [] : _api.Rules.Responses(_operation))
        {
            _checks.Add(use.Rule);
        }

        StatusPlanner.Add(_checks);
        var reflections = new ReflectionPlanner(_checks).Plan();
        var states = new StatePlanner(_writer, _checks, _options.HasProviderStates).Plan(_drafts.Shown);
        return new OperationPlan
        {
            Operation = _operation,
            Budget = _drafts.Budget,
            IsTooLarge = _drafts.IsTooLarge,
            Checks = _checks,
            Steps = _steps,
            RequestChecks = requestChecks,
            Cases = _cases,
            Plain = plain,
            Fixture = plain is not null && _operation.Method == "POST" && _resources.ByCreator.ContainsKey(_operation.Id)
                ? _writer.Plain($"{_operation.Id}/fixture", "creates what other requests need")
                : null,
            Reflections = reflections,
            States = states,
        };
    }

    private void AddRequestChecks()
    {
        // The finder of a path may differ from that of its operations.
        var path = _api.Documents.Find(_operation.Node.Location with { Pointer = MessageValues.ParentOf(_operation.Node.Pointer) })
            ?? _operation.Node;
        var (finder, statement) = (_api.Rules.ProvenanceOf(path).Source, $"{_operation.Method} {_operation.Path} exists");
        _checks.Add(CheckIds.Route, finder, statement, path, _drafts.Reason);
        var reason = _drafts.Reason.Length > 0 || _operation.DescribesSuccess ? _drafts.Reason
            : $"the document describes no success of {_operation.Id}, so no status shows whether a request is accepted";
        _checks.Add(CheckIds.Plain, "a plain request that obeys every rule is accepted", reason);
        foreach (var use in _drafts.Rules)
        {
            _checks.Add(use.Rule, reason);
        }
    }

    private void AddCases(CancellationToken cancellationToken)
    {
        foreach (var (draft, testCase) in _refusals.All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            (IsInSequence && draft.Needs.Count == _drafts.Plain.Needs.Count ? _refusedDeletions : _cases).Add(testCase);
        }

        if (!IsInSequence)
        {
            Add(_security.Cases());
        }

        if (_operation.Method != "DELETE")
        {
            Add(new BoundaryPlanner(_drafts, _writer).Cases());
            Add(new AlternativePlanner(_api.View, _drafts, _finder, _writer).Cases());
            Add(new UnknownMemberPlanner(_drafts, _writer, _checks).Cases());
        }

        Add(new MediaTypePlanner(_drafts, _writer, _checks).Cases());
        Add(new UnreadableBodyPlanner(_drafts, _writer, _checks, _requests).Cases());

        void Add(IEnumerable<ContractCase> cases)
        {
            foreach (var testCase in cases)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _cases.Add(testCase);
            }
        }
    }
}
