using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Finds requests that may break one rule; whether one breaks that rule and no other is decided by the validators.</summary>
internal sealed class RefusalAttempts(ContractDescription api, OperationDrafts drafts, DraftSource source)
{
    private static readonly string[] WrongTypes = ["text/plain", "application/octet-stream", "image/png"];

    /// <param name="tag">Names the data that the requests invent.</param>
    /// <param name="isBroken">Whether a request that breaks the rule was found by now.</param>
    public IEnumerable<RefusalAttempt> Of(RuleUse use, string tag, Func<bool> isBroken)
    {
        var plain = drafts.Plain;
        switch (use.Rule.Kind)
        {
            case RuleKind.Parameter when use.Instance.StartsWith("/path/", StringComparison.Ordinal):
                yield break;
            case RuleKind.Body:
                var without = MessageValues.Remove(plain.Values, "/body")!;
                yield return new("the body is left out", 0, "/body", () => plain with { Values = without });
                yield break;
            case RuleKind.ContentType:
                for (var way = 0; way < WrongTypes.Length; way++)
                {
                    var type = WrongTypes[way];
                    yield return new($"the body is sent as {type}", way, "/header/Content-Type", () => plain with { ContentType = type });
                }

                yield break;
        }

        foreach (var draft in DraftsWith(use))
        {
            var start = drafts.Invented(draft, tag);
            var places = drafts.Places.Find(start.Values, use.Instance);
            foreach (var mutation in Mutations.Of(use.Rule, use.Instance, start.Values, api.Documents, places, Further(use.Rule)))
            {
                yield return new(mutation.Title, mutation.Way, mutation.Place, () => mutation.Apply() is { } values
                    ? start with
                    {
                        Values = values,
                        Needs = [.. start.Needs.Where(needed => mutation.Place != $"/path/{needed.Parameter}")],
                    }
                    : null);
            }

            if (isBroken())
            {
                // Other drafts would only repeat it.
                yield break;
            }
        }
    }

    /// <summary>
    /// The drafts in which the rule may be broken: those that have its place, or else the plain one. A single draft is enough where the
    /// rule does not depend on what else is there.
    /// </summary>
    private IEnumerable<RequestDraft> DraftsWith(RuleUse use)
    {
        if (!use.Instance.StartsWith("/body", StringComparison.Ordinal))
        {
            yield return drafts.Plain;
            yield break;
        }

        var isFound = false;
        foreach (var draft in drafts.All.Append(drafts.Fullest.Draft).Where(Has))
        {
            yield return draft;
            isFound = true;
            if (WrongValues.StandAlone(use.Rule))
            {
                yield break;
            }
        }

        foreach (var draft in drafts.Others.Where(Has))
        {
            yield return draft;
            isFound = true;
        }

        if (!isFound)
        {
            yield return drafts.Plain;
        }

        bool Has(RequestDraft draft) => drafts.Places.Has(draft.Values, use.Instance);
    }

    private Func<JsonNode?, IEnumerable<JsonNode?>> Further(Rule rule) =>
        CompoundValues.Includes(rule) ? present => CompoundValues.Breaking(rule, present, source, api.View) : _ => [];
}

/// <summary>A request that may break one rule and no other; made when it is its turn.</summary>
/// <param name="Way">Tells the ways of breaking a rule apart: the same value at another element is the same way.</param>
/// <param name="Place">The pointer at which something is wrong.</param>
/// <param name="Make">The draft; null where it cannot be made.</param>
internal sealed record RefusalAttempt(string Title, int Way, string Place, Func<RequestDraft?> Make);
