using SocialContract.Verification.Results;

namespace SocialContract.Verification.Baselines;

/// <summary>Which checks there are, so that a misspelt one is found before anything is sent.</summary>
internal sealed class CheckIndex
{
    private readonly Dictionary<string, HashSet<string>> _operations = new(StringComparer.Ordinal);

    /// <param name="checks">Every check with every operation that it is judged for.</param>
    public CheckIndex(IEnumerable<(string Check, string Operation)> checks)
    {
        foreach (var (check, operation) in checks)
        {
            if (!_operations.TryGetValue(check, out var operations))
            {
                _operations.Add(check, operations = new HashSet<string>(StringComparer.Ordinal));
            }

            operations.Add(operation);
        }
    }

    public static CheckIndex Of(VerificationReport report) => new(report.Checks.Select(check => (check.Id, check.Operation)));

    internal IEnumerable<string> Checks => _operations.Keys;

    /// <summary>The operations of a check; empty where there is no such check.</summary>
    internal IReadOnlyCollection<string> OperationsOf(string check) => _operations.TryGetValue(check, out var operations) ? operations : [];
}
