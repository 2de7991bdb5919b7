using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Plans the cases that need the server in a state: each example of a response that names a state, with the request example of the same
/// name.
/// </summary>
/// <param name="hasProviderStates">Whether the server can be put into states.</param>
internal sealed class StatePlanner(CaseWriter writer, CheckList checks, bool hasProviderStates)
{
    /// <param name="plain">A draft to start from; null where none was found.</param>
    public IReadOnlyList<StateCase> Plan(RequestDraft? plain)
    {
        var cases = new List<StateCase>();
        foreach (var response in checks.Operation.Responses)
        {
            var examples = response.Content.Where(media => MediaTypes.IsJson(media.Name)).SelectMany(media => media.Examples);
            foreach (var example in examples.Where(example => example.ProviderStates.Count > 0))
            {
                var draft = plain is null ? null : DraftFor(plain, example);
                var id = $"{CheckIds.Example}/{response.Status}/{example.Name}";
                var check = checks.Add(id, example.Source, Statement(response, example), example.Node, Reason(draft, example));
                if (draft is not null && hasProviderStates && RequestWriter.Write(draft) is { } written)
                {
                    id = $"{checks.Operation.Id}/example/{response.Status}/{example.Name}";
                    var made = writer.Write(id, example.Summary ?? example.Name, draft, CaseExpectation.Any, [check], null, written);
                    cases.Add(new StateCase(made, example.ProviderStates, response, example));
                }
            }
        }

        return cases;
    }

    private static string Statement(Response response, Example example)
    {
        var states = string.Join(" and ", example.ProviderStates.Select(state => $"'{state.Text("name")}'"));
        var role = example.Role is { } name ? $", called by {(name[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {name}" : "";
        return $"in the state {states}{role}, the response is {response.Status}, as in the example {example.Name}";
    }

    private string Reason(RequestDraft? draft, Example example) =>
        draft is null ? $"the document has no request example named {example.Name}"
        : !hasProviderStates
            ? $"it needs the state '{example.ProviderStates[0].Text("name")}', "
                + "which this server cannot be put into: there is no URL for provider states"
        : "";

    private RequestDraft? DraftFor(RequestDraft plain, Example example)
    {
        var parts = plain.Values;
        if (plain.Media is { } media)
        {
            if (media.Examples.FirstOrDefault(request => request.Name == example.Name && request.Value is not null)?.Value is not { } body)
            {
                return null;
            }

            parts = MessageValues.Set(parts, MessagePointer.Body, JsonNode.Parse(body.Value.GetRawText()))!;
        }

        foreach (var site in MessageSites.Parameters(checks.Operation))
        {
            var named = site.Parameter!.Examples.FirstOrDefault(request => request.Name == example.Name && request.Value is not null);
            if (named?.Value is { } value)
            {
                parts = MessageValues.Set(parts, site.Place, JsonNode.Parse(value.Value.GetRawText())) ?? parts;
            }
        }

        return plain with { Values = parts, Role = example.Role, Needs = [] };
    }
}
