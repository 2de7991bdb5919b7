using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>The rows of the matrix, and why some of them are not asked about.</content>
internal sealed partial class OperationPlanner
{
    /// <summary>A row as sure as the operation.</summary>
    public CheckKey AddCheck(string id, string statement, string notExercised = "") =>
        AddCheck(id, _operation.Source, statement, _operation.Node, notExercised);

    public CheckKey AddCheck(string id, RuleSource source, string statement, DocumentNode node, string notExercised = "")
    {
        var key = new CheckKey(id, _operation.Id);
        if (!_row.ContainsKey(id))
        {
            AddRow(new PlannedCheck
            {
                Key = key,
                Operation = _operation,
                Source = source,
                Note = source == RuleSource.Assumed ? _api.Rules.CertaintyOf(node).Note : null,
                Statement = statement,
                Node = node,
                NotExercised = notExercised,
            });
        }

        return key;
    }

    /// <summary>Says of the rows about requests that nothing asks, and that have no reason yet, why that is so.</summary>
    public void LeaveUnasked(string reason)
    {
        var asked = _plan.Cases.SelectMany(one => one.Rows).ToHashSet();
        var about = _uses.Select(use => Row(use.Rule)).Append(new(CheckIds.Plain, _operation.Id)).Append(new(CheckIds.Route, _operation.Id));
        foreach (var row in about.Distinct().Where(row => !asked.Contains(row) && _plan.Rows[_row[row.Id]].NotExercised.Length == 0))
        {
            Unexercised(row, reason);
        }
    }

    /// <summary>What a plain request that is accepted is evidence for.</summary>
    public IReadOnlyList<CheckKey> PlainRows() =>
    [
        .. _uses
            .Where(use => MessageValues.Find(Fullest.MessageValues, use.Instance).Count > 0 || !use.Instance.StartsWith("/body", StringComparison.Ordinal))
            .Select(use => Row(use.Rule))
            .Append(new CheckKey(CheckIds.Plain, _operation.Id))
            .Distinct(),
    ];

    private void AddRows(string reason)
    {
        // The path may be less sure than what is said about its operations.
        var path = _api.Documents.Find(_operation.Node.Location with { Pointer = MessageValues.ParentOf(_operation.Node.Pointer) }) ?? _operation.Node;
        AddCheck(CheckIds.Route, _api.Rules.CertaintyOf(path).Source, $"{_operation.Method} {_operation.Path} is there", path, reason);
        AddCheck(CheckIds.Plain, _operation.Source, "a plain request that obeys every rule is accepted", _operation.Node, reason);
        foreach (var rule in _uses.Select(use => use.Rule).DistinctBy(rule => rule.Id))
        {
            AddRow(PlannedCheck.Of(rule, _operation) with { NotExercised = reason });
        }
    }

    private void AddRow(PlannedCheck row)
    {
        _row.Add(row.Key.Id, _plan.Rows.Count);
        _plan.Rows.Add(row);
    }

    private CheckKey Row(Rule rule) => new(rule.Id, _operation.Id);

    private void Unexercised(Rule rule, string reason) => Unexercised(Row(rule), reason);

    private void Unexercised(CheckKey key, string reason) => _plan.Rows[_row[key.Id]] = _plan.Rows[_row[key.Id]] with { NotExercised = reason };
}
