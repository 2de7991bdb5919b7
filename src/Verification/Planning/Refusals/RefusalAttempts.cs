using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Finds requests that may break a rule; the validators decide whether they break that rule and no other.</summary>
internal sealed class RefusalAttempts(ContractDescription api, OperationDrafts drafts, DraftFinder finder)
{
    private static readonly string[] WrongTypes = ["text/plain", "application/octet-stream", "image/png"];

    /// <param name="tag">Varies the invented data of the requests.</param>
    /// <param name="isBroken">Whether a request that breaks the rule has been found.</param>
    public IEnumerable<RefusalAttempt> Of(RuleUse use, string tag, Func<bool> isBroken)
    {
        var plain = drafts.Plain;
        switch (use.Rule.Kind)
        {
            case RuleKind.Parameter when MessagePointer.Parse(use.Instance).Part == MessagePart.Path:
                yield break;
            case RuleKind.Body:
                var without = MessageValues.Remove(plain.Values, MessagePointer.Body)!;
                yield return new("the body is left out", 0, MessagePointer.Body, () => plain with { Values = without });
                yield break;
            case RuleKind.ContentType:
                for (var way = 0; way < WrongTypes.Length; way++)
                {
                    var type = WrongTypes[way];
                    yield return new(
                        $"the body is sent as {type}", way, MessagePointer.ContentType, () => plain with { ContentType = type });
                }

                yield break;
        }

        foreach (var draft in DraftsWith(use))
        {
            var start = drafts.Invented(draft, tag);
            finder.Budget.ChargeSearch(1);
            var places = drafts.Places.Find(start.Values, use.Instance);
            var isDeep = IsDeepObject(use.Instance);
            foreach (var mutation in Mutations.Of(use.Rule, use.Instance, start.Values, api.View, places, Further(use.Rule)))
            {
                yield return new(mutation.Title, mutation.Way, mutation.Place, () => mutation.Apply() is { } values
                    && !(isDeep && IsUnknownName(values, mutation.Place))
                    ? start with
                    {
                        Values = values,
                        Needs =
                        [
                            .. start.Needs.Where(
                                needed => mutation.Place != MessagePointer.Of(ParameterLocation.Path, needed.Parameter)),
                        ],
                    }
                    : null);
            }

            if (isBroken())
            {
                // Other drafts would repeat the same attempts.
                yield break;
            }
        }
    }

    /// <summary>Whether the place is in a query parameter of the style <c>deepObject</c>, and an object is expected there.</summary>
    private bool IsDeepObject(string place) =>
        MessagePointer.Parse(place) is { Part: MessagePart.Query } pointer
        && drafts.Operation.Parameters.Any(parameter => parameter is { In: ParameterLocation.Query, Style: ParameterStyle.DeepObject }
            && parameter.Name == pointer.Name)
        && drafts.Places.Allows(place, ValueTypes.Object) == true;

    /// <summary>
    /// Whether a text replaces the object: <c>filter=text</c> is a parameter of another name than <c>filter[age]</c>, which a server
    /// may ignore.
    /// </summary>
    private static bool IsUnknownName(JsonObject values, string place) =>
        MessageValues.TryGet(values, place, out var value) && value is not JsonObject;

    /// <summary>
    /// The drafts in which the rule may be broken: those with its place, else the plain one. A single draft is enough if the rule does not
    /// depend on other values.
    /// </summary>
    private IEnumerable<RequestDraft> DraftsWith(RuleUse use)
    {
        if (!MessagePointer.Parse(use.Instance).IsInBody)
        {
            yield return drafts.Plain;
            yield break;
        }

        var isFound = false;
        foreach (var draft in drafts.All.Append(drafts.Fullest.Draft).Where(Has))
        {
            yield return draft;
            isFound = true;
            if (WrongValues.IsIndependent(use.Rule))
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
        CompoundValues.Includes(rule) ? present => CompoundValues.Breaking(rule, present, finder, api.View) : _ => [];
}

/// <summary>A request that may break a rule and no other; created on use.</summary>
/// <param name="Way">The number of the change for the rule: the same value at another element has the same number.</param>
/// <param name="Place">The pointer of the wrong value.</param>
/// <param name="Make">The draft; null if it cannot be created.</param>
internal sealed record RefusalAttempt(string Title, int Way, string Place, Func<RequestDraft?> Make);
