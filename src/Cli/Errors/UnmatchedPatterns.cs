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
        return [.. plan.Options.Only.Where(only => !keys.Exists(new CheckPattern(only).Fits)).Select(Fault)];

        string Fault(string only)
        {
            var nearest = NearestName.Find(only, keys.Select(key => key.Operation).Concat(keys.Select(key => key.Id)).Distinct());
            var hint = nearest is null ? "`social-contract plan` lists them." : $"did you mean {nearest}?";
            return $"--only '{only}' matches no operation and no check; {hint}";
        }
    }
}
