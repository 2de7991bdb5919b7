using System.Globalization;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Finds operations of which no check that gates could be asked. A run without failures does not conform while there is one.
/// Responses to refused requests alone test no operation.
/// </summary>
internal static class UntestedOperations
{
    private const int NamedOperations = 10;

    /// <param name="allowed">Patterns of operations that need not be tested.</param>
    /// <returns>The operations with the reason, a clause; null if each was tested.</returns>
    public static string? Sentence(
        VerificationPlan plan, IReadOnlyList<CheckResult> results, RuleSource gate, IReadOnlyList<string> allowed)
    {
        var patterns = allowed.Select(pattern => new CheckPattern(pattern)).ToList();
        var byOperation = results.ToLookup(result => result.Operation, StringComparer.Ordinal);
        var untested = plan.Operations.Values
            .Where(operation => !patterns.Exists(pattern => pattern.Fits(operation.Operation)))
            .Where(operation => IsAsked(operation, gate) && !IsTested(plan, operation, [.. byOperation[operation.Operation.Id]], gate))
            .Select(operation => $"{operation.Operation.Id} ({ReasonOf([.. byOperation[operation.Operation.Id]])})")
            .ToList();
        if (untested.Count == 0)
        {
            return null;
        }

        var more = untested.Count > NamedOperations
            ? string.Create(CultureInfo.InvariantCulture, $" and {untested.Count - NamedOperations} more")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{untested.Count} of {plan.Operations.Count} operations could not be tested: "
            + $"{string.Join("; ", untested.Take(NamedOperations))}{more}.");
    }

    /// <summary>Whether the operation's plain request is selected and gates.</summary>
    private static bool IsAsked(OperationRequests operation, RuleSource gate) =>
        operation.Checks.Any(check => check is { Key.Id: CheckIds.Plain, IsLeftOut: false } && check.Source <= gate);

    private static bool IsTested(
        VerificationPlan plan, OperationRequests operation, IReadOnlyList<CheckResult> results, RuleSource gate)
    {
        var asked = results.Where(result => result.Source <= gate).ToList();
        if (asked.Exists(result => result.Outcome is Outcome.Failed or Outcome.Known))
        {
            return true;
        }

        var ofResponses = plan.Api.Rules.Responses(operation.Operation).Select(use => use.Rule.Id)
            .Append(plan.Api.Rules.ForStatus(operation.Operation).Id)
            .Append(CheckIds.Route)
            .ToHashSet(StringComparer.Ordinal);
        var describesSuccess = operation.Operation.Responses.Any(response => response.Key.IsSuccess || response.Key.IsDefault);
        return asked.Exists(result => result.Outcome is Outcome.Passed or Outcome.Undocumented
            && (!describesSuccess || !(ofResponses.Contains(result.Id) || CheckIds.IsStatus(result.Id))));
    }

    private static string ReasonOf(IReadOnlyList<CheckResult> results) =>
        (results.FirstOrDefault(result => result is { Id: CheckIds.Plain, Reason.Length: > 0 })
            ?? results.FirstOrDefault(result => result.Reason.Length > 0))?.Reason ?? "no response showed anything";
}
