namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>A stub's place in a scenario.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="RequiredState">The state in which the stub responds; null: every state.</param>
/// <param name="NewState">The state after the stub has responded; null: it does not change.</param>
internal sealed record ScenarioStep(string Scenario, string? RequiredState, string? NewState)
{
    /// <summary>The state of a scenario at first.</summary>
    public const string Started = "Started";
}
