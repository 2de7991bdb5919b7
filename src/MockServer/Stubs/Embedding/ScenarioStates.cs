using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using WireMock.Handlers;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>The states of scenarios: WireMock.Net's own store, with the step that a response takes.</summary>
internal sealed class ScenarioStates
{
    private readonly Lock _lock = new();

    /// <summary>What WireMock.Net reads and resets.</summary>
    public IScenarioStateStore Store { get; } = new InMemoryScenarioStateStore();

    /// <summary>The state of a scenario; null if it has not begun.</summary>
    public string? Of(string? scenario) => scenario is not null && Store.TryGet(scenario, out var state) ? state.NextState : null;

    /// <summary>Takes the step of a stub in Java WireMock's form, if its scenario is still in a state that the stub accepts.</summary>
    /// <returns>False: another request has taken a step since the stub was chosen.</returns>
    public bool TryAdvance(ScenarioStep step)
    {
        lock (_lock)
        {
            if (!Accepts(step, Of(step.Scenario)))
            {
                return false;
            }

            Store.AddOrUpdate(step.Scenario, _ => Next(new ScenarioState { Name = step.Scenario }), (_, current) => Next(current));
            return true;

            ScenarioState Next(ScenarioState current)
            {
                current.Counter++;
                current.Started = true;
                current.NextState = step.NewState switch
                {
                    null => current.NextState,
                    ScenarioStep.Started => null,
                    var state => state,
                };
                return current;
            }
        }
    }

    public void Set(string scenario, string state)
    {
        lock (_lock)
        {
            var next = state == ScenarioStep.Started ? null : state;
            Store.AddOrUpdate(
                scenario,
                _ => new ScenarioState { Name = scenario, NextState = next },
                (_, current) =>
                {
                    (current.NextState, current.Counter) = (next, 0);
                    return current;
                });
        }
    }

    /// <param name="state">Null: the scenario has not begun.</param>
    public static bool Accepts(ScenarioStep step, string? state) =>
        step.RequiredState is not { } required || required == (state ?? ScenarioStep.Started);

    /// <summary>Takes the step of a stub that responds, if its scenario is still in the state that the stub requires.</summary>
    /// <returns>False: another request has taken the step since the stub was chosen.</returns>
    public bool TryAdvance(IMapping stub)
    {
        if (stub.Scenario is not { } scenario)
        {
            return true;
        }

        lock (_lock)
        {
            var state = Store.TryGet(scenario, out var known) ? known : new ScenarioState { Name = scenario };
            if (stub.ExecutionConditionState != state.NextState)
            {
                return false;
            }

            var times = state.Counter + 1;
            var moves = times == (stub.TimesInSameState ?? 1);
            Store.AddOrUpdate(scenario, _ => Next(new ScenarioState { Name = scenario }), (_, current) => Next(current));
            return true;

            ScenarioState Next(ScenarioState current)
            {
                current.Counter = moves ? 0 : times;
                current.NextState = moves ? stub.NextState : current.NextState;
                current.Started = true;
                current.Finished = stub.NextState is null;
                return current;
            }
        }
    }
}
