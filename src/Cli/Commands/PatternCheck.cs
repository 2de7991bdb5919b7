using SocialContract.Contract.Diagnostics;
using SocialContract.Verification.Planning;

namespace SocialContract.Cli.Commands;

/// <summary>A pattern that fits nothing is a mistake: a run that it narrows would ask less than somebody meant.</summary>
internal static class PatternCheck
{
    /// <summary>A sentence for each <c>--only</c> that fits no rule and no operation of the plan.</summary>
    public static IReadOnlyList<string> Faults(VerificationPlan plan)
    {
        var keys = plan.Checks.Select(row => row.Key).ToList();
        return [.. plan.Options.Only.Where(only => !keys.Exists(new CheckPattern(only).Fits)).Select(Fault)];

        string Fault(string only)
        {
            var nearest = NearestName.Find(only, keys.Select(key => key.Operation).Concat(keys.Select(key => key.Id)).Distinct());
            var hint = nearest is null ? "`social-contract plan` lists them." : $"did you mean {nearest}?";
            return $"--only '{only}' fits no operation and no rule; {hint}";
        }
    }
}
