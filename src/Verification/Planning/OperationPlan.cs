using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>What is planned for one operation.</summary>
internal sealed class OperationPlan
{
    public List<PlannedCheck> Rows { get; } = [];

    public List<ContractCase> Cases { get; } = [];

    public ContractCase? Plain { get; set; }

    public ContractCase? Fixture { get; set; }

    /// <summary>
    /// Requests to delete the created thing that must be refused: sent in its sequence, where it is seen whether they did it.
    /// </summary>
    public List<ContractCase> RefusedDeletions { get; } = [];

    public List<StateCase> States { get; } = [];

    public List<Reflection> Reflections { get; } = [];
}
