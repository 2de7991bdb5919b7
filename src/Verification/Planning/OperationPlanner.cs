using System.Text.Json.Nodes;
using SocialApi.Contract.Model;
using SocialApi.Contract.Rules;
using SocialApi.Contract.Validation;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

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
    private IReadOnlyList<RequestDraft> _drafts = [];

    public OperationPlanner(ContractDescription api, PlanOptions options, RequestCheck check, DraftSource source, ResourceMap resources, Operation operation)
    {
        (_api, _options, _check, _source, _resources, _operation) = (api, options, check, source, resources, operation);
        _data = new InventedData(options.Seed);
        _media = MediaTypes.Preferred(operation.RequestBody);
        _places = SchemaPlaces.OfRequest(operation, _media, api.Documents);
        _uses = [.. api.Rules.Requests(operation)];
    }

    private RequestDraft Fullest => _drafts[0];

    private bool IsDelete => _operation.Method == "DELETE";

    /// <summary>Whether the sequence that creates a thing asks the operation, since it takes the thing away.</summary>
    private bool IsInSequence => _resources.Of(_operation)?.Capture.Deleter == _operation;

    public OperationPlan Plan()
    {
        var fault = _operation.Responses.Count == 0 ? "the document describes no answer to it" : _check.FaultOf(_operation);
        (_drafts, var reason) = fault is null ? _source.Of(_operation, _media, _places, NeedsOf(_operation)) : ([], fault);
        AddRows(_drafts.Count == 0 ? reason : "");
        if (_drafts.Count > 0)
        {
            AddPlain();
            AddRefusals();
            AddSecurity();
            AddEdges();
            AddMediaTypes();
            AddRobustness();
        }

        foreach (var use in _api.Rules.Responses(_operation).DistinctBy(use => use.Rule.Id).Where(use => !_row.ContainsKey(use.Rule.Id)))
        {
            AddRow(PlannedRow.Of(use.Rule, _operation) with { Source = SourceOf(use) });
        }

        new ReflectionPlanner(_operation, AddCheck).Add(_plan);
        new StatePlanner(_operation, _options, AddCheck, Written).Add(_plan, _drafts.Count > 0 ? Fullest : null);
        return _plan;
    }

    /// <summary>A case for a step of a sequence, a fixture or an update.</summary>
    public ContractCase? Step(string id, string title, CaseExpectation expectation, IReadOnlyList<RowKey> rows, CredentialForm credential = CredentialForm.Right)
    {
        if (_drafts.Count == 0)
        {
            return null;
        }

        var draft = Invented(Fullest, id) with { Credential = credential };
        var stage = credential == CredentialForm.Right ? (ViolationKind?)null : ViolationKind.Security;
        return Make(id, title, draft, expectation, rows, stage);
    }

    public RowKey AddCheck(string id, RuleSource source, string statement, Contract.Sources.DocumentNode node, string notExercised = "")
    {
        var key = new RowKey(id, _operation.Id);
        if (!_row.ContainsKey(id))
        {
            AddRow(new PlannedRow { Key = key, Operation = _operation, Source = source, Statement = statement, Node = node, NotExercised = notExercised });
        }

        return key;
    }

    /// <summary>What a plain request that is accepted is evidence for.</summary>
    public IReadOnlyList<RowKey> PlainRows() =>
    [
        .. _uses
            .Where(use => Parts.Find(Fullest.Parts, use.Instance).Count > 0 || !use.Instance.StartsWith("/body", StringComparison.Ordinal))
            .Select(use => Row(use.Rule))
            .Append(new RowKey(CheckIds.Plain, _operation.Id))
            .Distinct(),
    ];

    /// <summary>The security cases, where a sequence sends them in order to see that nothing was done.</summary>
    public IEnumerable<(CredentialForm Form, string Title)> SecurityForms()
    {
        if (_operation.Security.Count == 0 || _operation.Security.Any(requirement => requirement.Schemes.Count == 0))
        {
            yield break;
        }

        var scheme = _operation.Security[0].Schemes[0];
        yield return (CredentialForm.Missing, $"{scheme.ParameterName} is left out");
        yield return (CredentialForm.Empty, $"{scheme.ParameterName} is empty");
        yield return (CredentialForm.Unknown, $"{scheme.ParameterName} has an unknown token");
        if (scheme.Scheme is { } word)
        {
            yield return (CredentialForm.WrongScheme, $"{scheme.ParameterName} has the token after another word than {word}");
        }

        yield return (CredentialForm.WrongHeader, $"the token is in another header than {scheme.ParameterName}");
    }

    public RowKey? SecurityRow => _api.Rules.ForSecurity(_operation).Id is var id && _row.ContainsKey(id) ? new RowKey(id, _operation.Id) : null;

    public string SecurityCaseId(CredentialForm form) => $"{_operation.Id}/security/{form.ToString().ToLowerInvariant()}";

    private (string Creator, string Parameter)? NeedsOf(Operation operation) =>
        _resources.Of(operation) is { } found ? (found.Capture.Creator.Id, found.Parameter) : null;

    private void AddRows(string reason)
    {
        AddCheck(CheckIds.Route, Certainty.OfPath(_operation, _api.Documents), $"{_operation.Method} {_operation.Path} is there", _operation.Node, reason);
        AddCheck(CheckIds.Plain, _operation.Source, "a plain request that obeys every rule is accepted", _operation.Node, reason);
        foreach (var rule in _uses.Select(use => use.Rule).DistinctBy(rule => rule.Id))
        {
            AddRow(PlannedRow.Of(rule, _operation) with { NotExercised = reason });
        }
    }

    /// <summary>That an answer has one of the media types is as sure as the surest of them.</summary>
    private static RuleSource SourceOf(RuleUse use) =>
        use is { Rule.Keyword: "content-type", Response.Content: { Count: > 0 } content } ? (RuleSource)Math.Max((int)use.Rule.Source, content.Min(media => (int)media.Source)) : use.Rule.Source;

    private void AddRow(PlannedRow row)
    {
        _row.Add(row.Key.Id, _plan.Rows.Count);
        _plan.Rows.Add(row);
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

    private void AddRefusals()
    {
        foreach (var group in _uses.Where(use => use.Rule.Keyword != "security").GroupBy(use => use.Rule.Id))
        {
            var rule = group.First().Rule;
            var sent = new HashSet<string>(StringComparer.Ordinal);
            var reason = "";
            foreach (var (title, draft) in group.Where(use => use.MediaType is null || use.MediaType == _media).SelectMany(use => Attempts(use)))
            {
                if (sent.Count == _options.MostRefusals)
                {
                    break;
                }

                if (Refuse(rule, title, draft, sent, ref reason) is { } made)
                {
                    _plan.Cases.Add(made);
                }
            }

            if (sent.Count == 0)
            {
                Unexercised(rule, reason.Length > 0 ? reason : WhyNot(group.First()));
            }
        }
    }

    private ContractCase? Refuse(Rule rule, string title, RequestDraft draft, HashSet<string> sent, ref string reason)
    {
        var undecided = _places.Undecided(draft.Parts);
        if (undecided is not null)
        {
            reason = reason.Length > 0 ? reason : $"the only way to break it is one that the document leaves undecided, at {undecided}";
            return null;
        }

        if (RequestWriter.Write(draft) is not { } written)
        {
            reason = "what would break it cannot be written in the body's media type";
            return null;
        }

        var violations = _check.Violations(_operation, written, DraftSource.Sample(draft));
        if (!RequestCheck.BreaksOnly(rule, violations))
        {
            reason = reason.Length > 0 ? reason
                : violations is null ? "a request that breaks it is another operation's"
                : violations.Count == 0 ? "HTTP cannot carry a request that breaks it"
                : $"no request breaks it alone: {violations.First(violation => violation.Rule.Id != rule.Id).Rule.Statement}, too";
            return null;
        }

        var made = Make($"{CaseIdOf(rule)}/{sent.Count + 1}", title, draft, CaseExpectation.Refused, [Row(rule)], violations![0].Kind, written);
        return sent.Add(System.Text.Encoding.UTF8.GetString(made.ToBytes())) ? made : null;
    }

    private IEnumerable<(string Title, RequestDraft Draft)> Attempts(RuleUse use)
    {
        switch (use.Rule.Keyword)
        {
            case "parameter" when use.Instance.StartsWith("/path/", StringComparison.Ordinal):
                yield break;
            case "body":
                yield return ("the body is left out", Fullest with { Parts = Parts.Remove(Fullest.Parts, "/body")! });
                yield break;
            case "content-type":
                foreach (var type in (string[])["text/plain", "application/octet-stream", "image/png"])
                {
                    yield return ($"the body is sent as {type}", Fullest with { ContentType = type });
                }

                yield break;
        }

        var isFound = false;
        foreach (var draft in _drafts)
        {
            var base_ = draft with { Parts = _data.Apply(draft.Parts, _places, $"{_operation.Id}/{use.Rule.Id}", parts => _source.Accepts(draft with { Parts = parts })) };
            foreach (var mutation in Mutations.Of(use.Rule, use.Instance, base_.Parts, _api.Documents))
            {
                isFound = true;
                var needs = base_.Needs is { } id && mutation.Place == $"/path/{id.Parameter}" ? null : base_.Needs;
                yield return (mutation.Title, base_ with { Parts = mutation.Parts, Needs = needs });
            }

            if (isFound && Parts.Find(draft.Parts, use.Instance).Count > 0)
            {
                // Other drafts would only repeat it.
                yield break;
            }
        }
    }

    private static string WhyNot(RuleUse use) => use.Rule.Keyword switch
    {
        "parameter" when use.Instance.StartsWith("/path/", StringComparison.Ordinal) => "a path parameter cannot be left out: the path would be another one",
        _ when use.MediaType is { } media => $"no request was found that breaks it: bodies are sent as {media.Name} only where JSON is not taken",
        _ => "no request was found that breaks it",
    };

    private void AddSecurity()
    {
        if (SecurityRow is not { } row || IsInSequence)
        {
            return;
        }

        var rule = _api.Rules.ForSecurity(_operation);
        foreach (var (form, title) in SecurityForms())
        {
            var draft = Invented(Fullest, SecurityCaseId(form)) with { Credential = form };
            if (RequestWriter.Write(draft) is { } written && RequestCheck.BreaksOnly(rule, _check.Violations(_operation, written, DraftSource.Sample(draft))))
            {
                _plan.Cases.Add(Make(SecurityCaseId(form), title, draft, CaseExpectation.Refused, [row], ViolationKind.Security, written));
            }
        }
    }

    private RequestDraft Invented(RequestDraft draft, string caseId) =>
        draft with { Parts = _data.Apply(draft.Parts, _places, caseId, parts => _source.Accepts(draft with { Parts = parts })) };

    /// <summary>The operation's id is not said twice where the rule is the operation's own.</summary>
    private string CaseIdOf(Rule rule) => rule.Id.StartsWith($"{_operation.Id}/", StringComparison.Ordinal) ? rule.Id : $"{_operation.Id}/{rule.Id}";

    private RowKey Row(Rule rule) => new(rule.Id, _operation.Id);

    private void Unexercised(Rule rule, string reason) => Unexercised(Row(rule), reason);

    private void Unexercised(RowKey key, string reason) => _plan.Rows[_row[key.Id]] = _plan.Rows[_row[key.Id]] with { NotExercised = reason };

    private ContractCase? Written(string id, string title, RequestDraft draft, CaseExpectation expectation, IReadOnlyList<RowKey> rows) =>
        RequestWriter.Write(draft) is { } written ? Make(id, title, draft, expectation, rows, null, written) : null;

    private ContractCase Make(
        string id, string title, RequestDraft draft, CaseExpectation expectation, IReadOnlyList<RowKey> rows, ViolationKind? stage = null, WrittenRequest? written = null)
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
            Needs = draft.Needs?.Creator,
            Creates = expectation == CaseExpectation.Accepted || expectation == CaseExpectation.Any,
        };
    }
}
