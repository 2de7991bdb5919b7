using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Checks;

/// <summary>The checks of one operation in the order of the report, while they are planned; each id occurs once.</summary>
internal sealed class CheckList(ContractDescription api, Operation operation)
{
    private readonly List<PlannedCheck> _checks = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<PlannedCheck> All => _checks;

    public Operation Operation => operation;

    public bool Contains(string id) => _byId.ContainsKey(id);

    public CheckKey KeyOf(Rule rule) => new(rule.Id, operation.Id);

    /// <summary>Adds the check of a rule, unless the list has it.</summary>
    /// <param name="notExercised">Why no request could break it; empty if a request can.</param>
    public void Add(Rule rule, string notExercised = "")
    {
        if (!Contains(rule.Id))
        {
            Add(PlannedCheck.Of(rule, operation) with { NotExercised = notExercised });
        }
    }

    /// <summary>Adds a check with the source of the operation.</summary>
    public CheckKey Add(string id, string statement, string notExercised = "") =>
        Add(id, operation.Source, statement, operation.Node, notExercised);

    /// <summary>Adds a check that does not come from a keyword, unless the list has it.</summary>
    public CheckKey Add(string id, RuleSource source, string statement, DocumentNode node, string notExercised = "")
    {
        var key = new CheckKey(id, operation.Id);
        if (!Contains(id))
        {
            Add(new PlannedCheck
            {
                Key = key,
                Operation = operation,
                Source = source,
                Note = source == RuleSource.Assumed ? api.Rules.ProvenanceOf(node).Note : null,
                Statement = statement,
                Node = node,
                NotExercised = notExercised,
            });
        }

        return key;
    }

    /// <summary>Whether it is known why the check is not exercised.</summary>
    public bool IsExplained(CheckKey check) => _checks[_byId[check.Id]].NotExercised.Length > 0;

    /// <summary>Gives the reason why no request is sent for the check.</summary>
    public void LeaveUnexercised(CheckKey check, string reason) =>
        _checks[_byId[check.Id]] = _checks[_byId[check.Id]] with { NotExercised = reason };

    private void Add(PlannedCheck check)
    {
        _byId.Add(check.Key.Id, _checks.Count);
        _checks.Add(check);
    }
}
