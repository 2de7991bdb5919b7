using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports examples that need a provider state or a role that the document does not describe, states of another caller than the one who
/// sends the request, and echoes without a target in the example.
/// </summary>
internal static class StateLint
{
    public static void Run(LintContext context)
    {
        var states = context.Api.ProviderStates.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        var roles = context.Api.SecuritySchemes.Values.SelectMany(scheme => scheme.Roles).ToHashSet(StringComparer.Ordinal);
        foreach (var example in Examples(context.Api))
        {
            foreach (var state in example.ProviderStates)
            {
                if (state.Text("name") is { } name && !states.Contains(name))
                {
                    context.Warn(
                        LintCodes.UnknownState,
                        state,
                        $"the root's x-provider-states has no state '{name}'",
                        context.Nearest(name, states));
                }
            }

            if (example.Role is { } role && !roles.Contains(role))
            {
                context.Warn(
                    LintCodes.UnknownRole,
                    example.Node.Member("x-role")!.Value,
                    $"no security scheme has the role {role} among its x-roles",
                    context.Nearest(role, roles));
            }

            foreach (var (state, owner) in Owners(example, roles).Where(pair => pair.Owner != example.Role))
            {
                context.Warn(
                    LintCodes.OwnerRole,
                    state,
                    $"the state belongs to {owner}, but {example.Role ?? "any caller"} may send the request; "
                        + $"write x-role: {owner} if the response depends on whose it is");
            }

            foreach (var echo in example.Echoes)
            {
                if (example.Value is { } value && Within(value, echo.Target) is null)
                {
                    context.Warn(LintCodes.EchoTarget, echo.Node, $"the example's value has no {echo.Target} for the echo");
                }
                else if (echo.Each is not null
                    && example.Value is { } array
                    && Within(array, echo.Target) is { Value.ValueKind: not JsonValueKind.Array })
                {
                    context.Warn(
                        LintCodes.EchoTarget,
                        echo.Node,
                        $"{echo.Target} of the example's value is not an array, so the echo cannot fill its elements");
                }
            }
        }
    }

    /// <summary>The states of the example with the roles that their parameters name.</summary>
    private static IEnumerable<(DocumentNode State, string Owner)> Owners(Example example, HashSet<string> roles) =>
        from state in example.ProviderStates
        from parameter in state.Member("params")?.Members() ?? []
        where parameter.Node.Value.ValueKind == JsonValueKind.String && roles.Contains(parameter.Node.Value.GetString()!)
        select (state, parameter.Node.Value.GetString()!);

    private static IEnumerable<Example> Examples(ContractDescription api) => api.Operations
        .SelectMany(operation => operation.Responses.SelectMany(response => response.Content).Concat(operation.RequestBody?.Content ?? []))
        .SelectMany(mediaType => mediaType.Examples)
        .DistinctBy(example => (example.Node.File, example.Node.Pointer));

    private static DocumentNode? Within(DocumentNode value, string pointer) =>
        value.File.TryFind(value.Pointer + pointer, out var inner) ? new DocumentNode(value.File, value.Pointer + pointer, inner) : null;
}
