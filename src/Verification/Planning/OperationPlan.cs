using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Planning.Resources;

namespace SocialContract.Verification.Planning;

/// <summary>What is planned for one operation.</summary>
internal sealed record OperationPlan
{
    public required Operation Operation { get; init; }

    /// <summary>The work that it took, and what is left for sequences.</summary>
    public required PlanningBudget Budget { get; init; }

    /// <summary>Whether the operation is left out, as its rules are too many to list.</summary>
    public required bool IsTooLarge { get; init; }

    /// <summary>Gets further checks while sequences are planned.</summary>
    public required CheckList Checks { get; init; }

    /// <summary>Plans the operation's requests in sequences.</summary>
    public required StepPlanner Steps { get; init; }

    /// <summary>The checks that requests are sent for, those of responses left out.</summary>
    public required IReadOnlyList<CheckKey> RequestChecks { get; init; }

    public required IReadOnlyList<ContractCase> Cases { get; init; }

    /// <summary>Null where a sequence sends it, or none was found.</summary>
    public ContractCase? Plain { get; init; }

    /// <summary>Creates what requests of other operations need.</summary>
    public ContractCase? Fixture { get; init; }

    public required IReadOnlyList<StateCase> States { get; init; }

    public required IReadOnlyList<Reflection> Reflections { get; init; }

    /// <summary>Gives the reason to the checks of requests that have neither a case nor a reason yet.</summary>
    public void LeaveUnexercised(string reason)
    {
        var tested = Cases.SelectMany(testCase => testCase.Checks).ToHashSet();
        foreach (var check in RequestChecks.Where(check => !tested.Contains(check) && !Checks.IsExplained(check)))
        {
            Checks.LeaveUnexercised(check, reason);
        }
    }
}
