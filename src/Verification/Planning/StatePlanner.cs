using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Plans the cases that need the server in a state: each example of an answer that names one, with the request example of the same name.
/// </summary>
internal sealed class StatePlanner(
    Operation operation,
    PlanOptions options,
    Func<string, RuleSource, string, DocumentNode, string, CheckKey> addCheck,
    Func<string, string, RequestDraft, CaseExpectation, IReadOnlyList<CheckKey>, ContractCase?> write)
{
    /// <param name="plain">A draft to start from; null where none was found.</param>
    public void Add(OperationPlan plan, RequestDraft? plain)
    {
        foreach (var response in operation.Responses)
        {
            var examples = response.Content.Where(media => MediaTypes.IsJson(media.Name)).SelectMany(media => media.Examples);
            foreach (var example in examples.Where(example => example.ProviderStates.Count > 0))
            {
                var draft = plain is null ? null : DraftFor(plain, example);
                var id = $"{CheckIds.Example}/{response.Status}/{example.Name}";
                var row = addCheck(id, example.Source, Statement(response, example), example.Node, Reason(draft, example));
                if (draft is not null && options.HasProviderStates
                    && write(
                        $"{operation.Id}/example/{response.Status}/{example.Name}",
                        example.Summary ?? example.Name,
                        draft,
                        CaseExpectation.Any,
                        [row]) is { } made)
                {
                    plan.States.Add(new StateCase(made, example.ProviderStates, response, example));
                }
            }
        }
    }

    private static string Statement(Response response, Example example)
    {
        var states = string.Join(" and ", example.ProviderStates.Select(state => $"'{state.Text("name")}'"));
        var role = example.Role is { } name ? $", called by {(name[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {name}" : "";
        return $"in the state {states}{role}, the answer is {response.Status} as in the example {example.Name}";
    }

    private string Reason(RequestDraft? draft, Example example) =>
        draft is null ? $"the document has no request example named {example.Name}"
        : !options.HasProviderStates
            ? $"it needs the state '{example.ProviderStates[0].Text("name")}', which this server offers no way to set (--provider-states-url)"
        : "";

    private RequestDraft? DraftFor(RequestDraft plain, Example example)
    {
        var parts = plain.MessageValues;
        if (plain.Media is { } media)
        {
            if (media.Examples.FirstOrDefault(request => request.Name == example.Name && request.Value is not null)?.Value is not { } body)
            {
                return null;
            }

            parts = MessageValues.Set(parts, "/body", JsonNode.Parse(body.Value.GetRawText()))!;
        }

        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Examples.FirstOrDefault(request => request.Name == example.Name && request.Value is not null)?.Value is { } value)
            {
                parts = MessageValues.Set(parts, RequestWriter.PlaceOf(parameter), JsonNode.Parse(value.Value.GetRawText())) ?? parts;
            }
        }

        return plain with { MessageValues = parts, Role = example.Role, Needs = [] };
    }
}
