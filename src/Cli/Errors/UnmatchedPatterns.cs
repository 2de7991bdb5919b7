using SocialContract.Contract.Diagnostics;
using SocialContract.Verification.Planning;

namespace SocialContract.Cli.Errors;

/// <summary>A pattern that matches nothing is a mistake: the run would test less than the user meant.</summary>
internal static class UnmatchedPatterns
{
    /// <summary>A sentence for each <c>--only</c> that matches no check and no operation of the plan.</summary>
    public static IReadOnlyList<string> Faults(VerificationPlan plan)
    {
        var keys = plan.Checks.Select(check => check.Key).ToList();
        var cases = plan.All.ToList();
        return [.. plan.Options.Only.Where(only => !Fits(new CheckPattern(only))).Select(Fault)];

        bool Fits(CheckPattern pattern) => keys.Exists(pattern.Fits) || cases.Exists(pattern.Fits);

        string Fault(string only)
        {
            var nearest = NearestName.Find(only, keys.Select(key => key.Operation).Concat(keys.Select(key => key.Id)).Distinct());
            var hint = nearest is null ? "`social-contract plan` lists them." : $"did you mean {nearest}?";
            return $"--only '{only}' matches no operation, no check and no case; {hint}";
        }
    }

    /// <summary>A sentence for each <c>--allow-untested</c> that matches no operation of the plan.</summary>
    public static IReadOnlyList<string> FaultsOfAllowed(VerificationPlan plan, IReadOnlyList<string> allowed)
    {
        var operations = plan.Api.Operations;
        return [.. allowed.Where(pattern => !operations.Any(new CheckPattern(pattern).Fits)).Select(Fault)];

        string Fault(string pattern) => NearestName.Find(pattern, operations.Select(operation => operation.Id)) is { } nearest
            ? $"--allow-untested '{pattern}' matches no operation; did you mean {nearest}?"
            : $"--allow-untested '{pattern}' matches no operation; `social-contract plan` lists them.";
    }
}
