using System.Globalization;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Ways in which a message could break one rule, by its keyword. They are attempts: whether one breaks that rule and no other is for a
/// validator to say.
/// </summary>
public static class Mutations
{
    /// <summary>The name of a member that no document has.</summary>
    internal const string Unknown = "contract_kit_unknown";

    /// <summary>Members that are added to an object at most.</summary>
    private const int MostMembers = 1_100;

    /// <summary>
    /// The attempts, the most telling first: each way once, the first and the last element of arrays in turns; then the same ways at the
    /// other elements.
    /// </summary>
    /// <param name="place">Where the rule speaks of, with <c>*</c> for elements.</param>
    /// <param name="documents">Where the rule stands.</param>
    /// <param name="parts">A message that obeys every rule and has the place; never changed.</param>
    public static IEnumerable<Mutation> Of(Rule rule, string place, JsonObject parts, DocumentSet documents) =>
        Of(rule, place, parts, documents, MessageValues.Find(parts, place), _ => []);

    /// <param name="places">The pointers at which the message has the place.</param>
    /// <param name="further">More values for what stands at a pointer, for rules that need a whole value of a kind.</param>
    internal static IEnumerable<Mutation> Of(
        Rule rule,
        string place,
        JsonObject parts,
        DocumentSet documents,
        IReadOnlyList<string> places,
        Func<JsonNode?, IEnumerable<JsonNode?>> further)
    {
        var pointers = Ends(places);
        return rule switch
        {
            { Property: { } property } => pointers.Select(pointer => Without(parts, $"{pointer}/{JsonPointer.Escape(property)}", rule)),
            { Kind: RuleKind.Parameter } => [Without(parts, place, rule)],
            { Kind: RuleKind.FalseSchema } => [Forbidden(rule, parts, place)],
            { Keyword: "additionalProperties" or "unevaluatedProperties" or "maxProperties" } => pointers.SelectMany(pointer => WithMore(rule, parts, pointer)),
            { Keyword: "minProperties" } => pointers.SelectMany(pointer => WithFewer(parts, pointer, rule)),
            _ => Replaced(rule, place, parts, pointers, documents, further),
        };
    }

    private static IEnumerable<Mutation> Replaced(
        Rule rule, string place, JsonObject parts, List<string> pointers, DocumentSet documents, Func<JsonNode?, IEnumerable<JsonNode?>> further)
    {
        // An optional place that the message lacks is made.
        if (pointers.Count == 0 && !place.Contains('*', StringComparison.Ordinal))
        {
            pointers = [place];
        }

        if (pointers.Count == 0)
        {
            yield break;
        }

        MessageValues.TryGet(parts, pointers[0], out var sample);
        var values = place.StartsWith("/body", StringComparison.Ordinal)
            ? InTurns([.. WrongValues.Values(rule, sample, documents)], [.. further(sample)])
            : [.. WrongValues.Texts(rule, sample, documents)];
        for (var round = 0; round < pointers.Count; round++)
        {
            for (var way = 0; way < values.Count; way++)
            {
                var (value, pointer) = (values[way], pointers[(way + round) % pointers.Count]);
                var title = $"{MutationText.Subject(rule, pointer)} is {MutationText.Spoken(value)}";
                yield return new Mutation(title, pointer, way, () => MessageValues.Set(parts, pointer, value));
            }
        }
    }

    private static List<JsonNode?> InTurns(List<JsonNode?> first, List<JsonNode?> second)
    {
        var turns = first.Zip(second).SelectMany(IEnumerable<JsonNode?> (pair) => [pair.First, pair.Second]);
        return [.. turns, .. first.Skip(second.Count), .. second.Skip(first.Count)];
    }

    private static Mutation Without(JsonObject parts, string pointer, Rule rule) =>
        new($"{MutationText.Subject(rule, pointer)} is left out", pointer, 0, () => MessageValues.Remove(parts, pointer));

    private static IEnumerable<Mutation> WithMore(Rule rule, JsonObject parts, string pointer)
    {
        if (!MessageValues.TryGet(parts, pointer, out var value) || value is not JsonObject members)
        {
            yield break;
        }

        var more = rule.Keyword == "maxProperties" && rule.Node.Value.TryGetInt32(out var most) ? Math.Max(most - members.Count + 1, 1) : 1;
        if (more > MostMembers)
        {
            yield break;
        }

        JsonNode?[] values = [members.FirstOrDefault().Value ?? "contract-kit", 123];
        for (var way = 0; way < values.Length; way++)
        {
            var added = values[way];
            yield return new Mutation($"{MutationText.Subject(rule, pointer)} has the unknown member {Unknown}", pointer, way, () =>
            {
                var copy = members.DeepClone().AsObject();
                for (var index = 0; index < more; index++)
                {
                    copy[index == 0 ? Unknown : $"{Unknown}_{index}"] = added?.DeepClone();
                }

                return MessageValues.Set(parts, pointer, copy);
            });
        }
    }

    private static IEnumerable<Mutation> WithFewer(JsonObject parts, string pointer, Rule rule)
    {
        if (!MessageValues.TryGet(parts, pointer, out var value) || value is not JsonObject members || !rule.Node.Value.TryGetInt32(out var least))
        {
            yield break;
        }

        // Which members may go is not known here: each rotation is tried.
        for (var from = 0; from < members.Count; from++)
        {
            var first = from;
            var title = string.Create(CultureInfo.InvariantCulture, $"{MutationText.Subject(rule, pointer)} has {least - 1} members");
            yield return new Mutation(title, pointer, 0, () =>
            {
                var kept = new JsonObject();
                foreach (var (name, member) in members.Skip(first).Concat(members.Take(first)).Take(least - 1))
                {
                    kept[name] = member?.DeepClone();
                }

                return MessageValues.Set(parts, pointer, kept);
            });
        }
    }

    /// <summary>A place that must not be there: put there.</summary>
    private static Mutation Forbidden(Rule rule, JsonObject parts, string place) => new(
        $"{MutationText.Subject(rule, place)} is there",
        place,
        0,
        () => MessageValues.Set(parts, place.Replace("/*", "/0", StringComparison.Ordinal), "contract-kit"));

    /// <summary>The first and the last of several places.</summary>
    private static List<string> Ends(IReadOnlyList<string> pointers) => pointers.Count > 1 ? [pointers[0], pointers[^1]] : [.. pointers];
}
