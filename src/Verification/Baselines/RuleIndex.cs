using SocialContract.Verification.Results;

namespace SocialContract.Verification.Baselines;

/// <summary>Which rules there are, so that a misspelt one is found before anything is sent.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, HashSet<string>> _operations = new(StringComparer.Ordinal);

    /// <param name="rules">Every rule with every operation that it is judged for.</param>
    public RuleIndex(IEnumerable<(string Rule, string Operation)> rules)
    {
        foreach (var (rule, operation) in rules)
        {
            if (!_operations.TryGetValue(rule, out var operations))
            {
                _operations.Add(rule, operations = new HashSet<string>(StringComparer.Ordinal));
            }

            operations.Add(operation);
        }
    }

    public static RuleIndex Of(VerificationReport report) => new(report.Rules.Select(rule => (rule.Id, rule.Operation)));

    internal IEnumerable<string> Rules => _operations.Keys;

    /// <summary>The operations of a rule; empty where there is no such rule.</summary>
    internal IReadOnlyCollection<string> OperationsOf(string rule) => _operations.TryGetValue(rule, out var operations) ? operations : [];
}
