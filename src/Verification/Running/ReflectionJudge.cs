using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Compares accepted answers with what the document says they reflect of their requests.</summary>
internal sealed class ReflectionJudge(VerificationPlan plan, Ledger ledger)
{
    /// <summary>Only for answers in which nothing is wrong: what is wrong in form is another row's.</summary>
    public void Judge(ContractCase one, ResourceIds ids, Answer answer, Exchange exchange)
    {
        if (!answer.IsSuccess || !Json.TryParse(answer.Bytes, out var body) || body is null)
        {
            return;
        }

        var described = ResponseMatch.Of(one.Operation, answer.Code);
        foreach (var group in plan.Reflections
            .Where(reflection => reflection.Operation == one.Operation
                && (reflection.Response == described || described is null)
                && reflection.Response.Status.StartsWith('2'))
            .GroupBy(reflection => reflection.Example))
        {
            var example = JsonNode.Parse(group.Key.Value!.Value.Value.GetRawText());
            var targets = group.Key.Echoes.Select(echo => echo.Target).ToList();
            if (ExampleLikeness.Difference(example, body, [], targets) is null)
            {
                foreach (var reflection in group)
                {
                    Compare(reflection, one, ids, body, exchange);
                }
            }
        }
    }

    private void Compare(Reflection reflection, ContractCase one, ResourceIds ids, JsonNode body, Exchange exchange)
    {
        if (!RequestValues.TryGet(one, ids, reflection.Expression, out var sent))
        {
            return;
        }

        var found = MessageValues.Find(body, reflection.Target).Select(pointer => MessageValues.TryGet(body, pointer, out var value) ? value : null).ToList();
        switch (reflection.Item)
        {
            case null:
                Conclude([Json.Text(sent) ?? ""], [.. found.Select(value => Json.Text(value) ?? "")]);
                break;
            case "" when sent is JsonArray elements:
                Conclude([$"{elements.Count} elements"], [$"{found.Count} elements"]);
                break;
            case var item when sent is JsonArray elements:
                Conclude(
                    [.. elements.Select(element => element is not null && MessageValues.TryGet(element, item, out var value) ? Json.Text(value) ?? "" : "")],
                    [.. found.Select(value => Json.Text(value) ?? "")]);
                break;
        }

        void Conclude(List<string> asked, List<string> answered)
        {
            // The order is the server's own; that some are missing is the row of the number's.
            var isKept = reflection.Item is { Length: > 0 }
                ? answered.Count != asked.Count || answered.Order(StringComparer.Ordinal).SequenceEqual(asked.Order(StringComparer.Ordinal))
                : answered.SequenceEqual(asked);
            if (isKept)
            {
                ledger.Add(reflection.Row, EvidenceKind.Kept, exchange);
            }
            else
            {
                ledger.Add(reflection.Row, EvidenceKind.Broken, exchange, $"What was sent: {Listed(asked)}.", $"Answered {Listed(answered)}.");
            }
        }
    }

    private static string Listed(List<string> values) => values.Count == 0 ? "nothing" : string.Join(", ", values.Take(4)) + (values.Count > 4 ? ", …" : "");
}
