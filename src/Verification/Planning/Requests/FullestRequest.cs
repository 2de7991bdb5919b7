using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// A plain request with what is optional in its body and not there: members, entries of maps, elements after those that have a schema of
/// their own.
/// </summary>
/// <param name="Draft">Everything together, as far as the document accepts it.</param>
/// <param name="Additions">What was added, one by one.</param>
internal sealed record FullestRequest(RequestDraft Draft, IReadOnlyList<BoundaryValue> Additions)
{
    /// <summary>The name of an entry that is added to a map.</summary>
    public const string Entry = "contract_kit_entry";

    public static FullestRequest Of(RequestDraft plain, SchemaPlaces places, DraftFinder finder)
    {
        var (draft, additions, budget) = (plain, new List<BoundaryValue>(), finder.Budget.Quarter());
        int before;
        do
        {
            // What is allowed only beside something that comes later has its turn again.
            before = additions.Count;
            budget.ChargeSearch(places.All.Count);
            foreach (var place in places.All.Where(place => MessagePointer.Parse(place) is { IsInBody: true, Within.Length: > 0 }))
            {
                if (budget.IsSpent)
                {
                    break;
                }

                foreach (var pointer in Missing(draft.Values, place, places).ToList())
                {
                    budget.ChargeCopy(draft.Size);
                    if (!budget.IsSpent && finder.TryGenerate(places.At(place), out var value)
                        && MessageValues.Set(draft.Values, pointer, value) is { } parts
                        && UndecidedValues.In(places, parts) is null && finder.Accepts(draft with { Values = parts }, budget))
                    {
                        draft = draft with { Values = parts };
                        additions.Add(new BoundaryValue(
                            place, $"{MessageValues.NameOf(pointer)} is present", changed => MessageValues.Set(changed, pointer, value)));
                    }
                }
            }
        }
        while (additions.Count > before);

        return new FullestRequest(draft, additions);
    }

    private static IEnumerable<string> Missing(JsonObject parts, string place, SchemaPlaces places)
    {
        var (around, name) = (MessageValues.ParentOf(place), MessageValues.Tokens(place)[^1]);
        foreach (var pointer in MessageValues.Find(parts, around))
        {
            MessageValues.TryGet(parts, pointer, out var value);
            if (name != "*")
            {
                if (value is JsonObject members && !members.ContainsKey(name))
                {
                    yield return $"{pointer}/{JsonPointer.Escape(name)}";
                }
            }
            else if (value is JsonObject entries && entries.All(entry => places.At($"{around}/{JsonPointer.Escape(entry.Key)}").Count > 0))
            {
                yield return $"{pointer}/{Entry}";
            }
            else if (value is JsonArray elements && elements.Count <= places.Numbered(around))
            {
                yield return $"{pointer}/{elements.Count}";
            }
        }
    }
}

/// <summary>A change to a plain request that every rule allows, at a limit of what one place may be.</summary>
/// <param name="Place">The place with <c>*</c> for elements.</param>
/// <param name="Title">In words: <c>location is "signUpForm"</c>.</param>
/// <param name="Apply">The changed values; null where the place is not there.</param>
internal sealed record BoundaryValue(string Place, string Title, Func<JsonObject, JsonObject?> Apply)
{
    /// <summary>Whether the place is left out, so that nothing within it can have a boundary value in the same request.</summary>
    public bool Removes { get; init; }
}
