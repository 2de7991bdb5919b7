using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Patterns;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Changes to a message that could break a rule, by its keyword. They are attempts: a validator decides whether a change breaks that rule
/// and no other.
/// </summary>
internal static class Mutations
{
    /// <summary>The name of a member that no document has.</summary>
    internal const string Unknown = "contract_kit_unknown";

    /// <summary>The maximum number of members that are added to an object.</summary>
    private const int MaxAddedMembers = 1_100;

    /// <summary>
    /// The attempts, the limit specific first: each change once, alternating between the first and the last element of arrays; then the
    /// same changes at the other element.
    /// </summary>
    /// <param name="place">The place that the rule applies to, with <c>*</c> for elements.</param>
    /// <param name="parts">A valid message with the place; not modified.</param>
    /// <param name="api">The description that has the rule.</param>
    public static IEnumerable<Mutation> Of(Rule rule, string place, JsonObject parts, ContractDescription api) =>
        Of(rule, place, parts, api.View, MessageValues.Find(parts, place), _ => []);

    /// <param name="places">The pointers of the place in the message.</param>
    /// <param name="further">Additional values for the value at a pointer, for compound rules.</param>
    internal static IEnumerable<Mutation> Of(
        Rule rule,
        string place,
        JsonObject parts,
        SchemaView view,
        IReadOnlyList<string> places,
        Func<JsonNode?, IEnumerable<JsonNode?>> further)
    {
        var pointers = Ends(places);
        return rule switch
        {
            { Property: { } property } => pointers.Select(pointer => Without(parts, $"{pointer}/{JsonPointer.Escape(property)}", rule)),
            { Kind: RuleKind.Parameter } => [Without(parts, place, rule)],
            { Kind: RuleKind.FalseSchema } => Ends(MessageValues.Find(parts, MessageValues.ParentOf(place)))
                .Select(parent => Forbidden(rule, parts, parent, place[(place.LastIndexOf('/') + 1)..])),
            { Keyword: { } name } when KeywordCatalog.Find(name) is { } keyword => keyword switch
            {
                { Break: KeywordBreak.ExtraMember } => pointers.SelectMany(pointer => WithMore(rule, null, parts, pointer)),
                { Limit: { Of: Quantity.Members, IsLeast: false } } when KeywordLimit.TryCount(rule.Node.Value, out var limit) =>
                    pointers.SelectMany(pointer => WithMore(rule, limit, parts, pointer)),
                { Limit: { Of: Quantity.Members, IsLeast: true } } =>
                    pointers.SelectMany(pointer => WithFewer(parts, pointer, rule)),
                _ => Replaced(rule, place, parts, pointers, view, further),
            },
            _ => Replaced(rule, place, parts, pointers, view, further),
        };
    }

    private static IEnumerable<Mutation> Replaced(
        Rule rule, string place, JsonObject parts, List<string> pointers, SchemaView view,
        Func<JsonNode?, IEnumerable<JsonNode?>> further)
    {
        // An optional place that the message does not have is added.
        if (pointers.Count == 0 && !place.Contains('*', StringComparison.Ordinal))
        {
            pointers = [place];
        }

        if (pointers.Count == 0)
        {
            yield break;
        }

        MessageValues.TryGet(parts, pointers[0], out var sample);
        var values = MessagePointer.Parse(place).IsInBody
            ? Alternate([.. WrongValues.Values(rule, sample, view)], [.. further(sample)])
            : [.. WrongValues.Texts(rule, sample, view)];
        for (var round = 0; round < pointers.Count; round++)
        {
            for (var way = 0; way < values.Count; way++)
            {
                var (value, pointer) = (values[way], pointers[(way + round) % pointers.Count]);
                var title = $"{MutationText.Subject(rule, pointer, parts)} is {MutationText.Describe(value)}";
                yield return new Mutation(title, pointer, way, () => MessageValues.Set(parts, pointer, value));
            }
        }
    }

    private static List<JsonNode?> Alternate(List<JsonNode?> first, List<JsonNode?> second)
    {
        var alternating = first.Zip(second).SelectMany(IEnumerable<JsonNode?> (pair) => [pair.First, pair.Second]);
        return [.. alternating, .. first.Skip(second.Count), .. second.Skip(first.Count)];
    }

    private static Mutation Without(JsonObject parts, string pointer, Rule rule) =>
        new($"{MutationText.Subject(rule, pointer, parts)} is left out", pointer, 0, () => MessageValues.Remove(parts, pointer));

    /// <param name="limit">The greatest number of members; null if it does not matter.</param>
    private static IEnumerable<Mutation> WithMore(Rule rule, int? limit, JsonObject parts, string pointer)
    {
        if (!MessageValues.TryGet(parts, pointer, out var value) || value is not JsonObject members)
        {
            yield break;
        }

        var count = Math.Max((limit - members.Count + 1) ?? 1, 1);
        if (count > MaxAddedMembers)
        {
            yield break;
        }

        JsonNode?[] values = [members.FirstOrDefault().Value ?? "contract-kit", 123];
        for (var way = 0; way < values.Length; way++)
        {
            var added = values[way];
            var title = limit is null ? $"the unknown member {Unknown}" : Amount.Of(members.Count + count, "member");
            yield return new Mutation($"{MutationText.Subject(rule, pointer, parts)} has {title}", pointer, way, () =>
            {
                var copy = members.DeepClone().AsObject();
                for (var index = 0; index < count; index++)
                {
                    copy[index == 0 ? Unknown : $"{Unknown}_{index}"] = added?.DeepClone();
                }

                return MessageValues.Set(parts, pointer, copy);
            });
        }
    }

    private static IEnumerable<Mutation> WithFewer(JsonObject parts, string pointer, Rule rule)
    {
        if (!MessageValues.TryGet(parts, pointer, out var value)
            || value is not JsonObject members
            || !KeywordLimit.TryCount(rule.Node.Value, out var minimum))
        {
            yield break;
        }

        // The members that may be removed are not known here: each rotation is tried.
        for (var from = 0; from < members.Count; from++)
        {
            var first = from;
            var title = $"{MutationText.Subject(rule, pointer, parts)} has {Amount.Of(minimum - 1, "member")}";
            yield return new Mutation(title, pointer, 0, () =>
            {
                var kept = new JsonObject();
                foreach (var (name, member) in members.Skip(first).Concat(members.Take(first)).Take(minimum - 1))
                {
                    kept[name] = member?.DeepClone();
                }

                return MessageValues.Set(parts, pointer, kept);
            });
        }
    }

    /// <summary>Adds a value at a place that must not have one.</summary>
    /// <param name="parent">The pointer of the object or array.</param>
    /// <param name="name">The name in it, escaped; <c>*</c>: any that the rule's pattern matches.</param>
    private static Mutation Forbidden(Rule rule, JsonObject parts, string parent, string name)
    {
        var pointer = $"{parent}/{(name == "*" ? JsonPointer.Escape(NameLike(MessageValues.Tokens(rule.Node.Pointer)[^1])) : name)}";
        var title = $"{MutationText.Subject(rule, pointer, parts)} is present";
        return new(title, pointer, 0, () => MessageValues.Set(parts, pointer, "contract-kit"));
    }

    /// <summary>A name that a pattern matches; the pattern itself where none is found.</summary>
    private static string NameLike(string pattern) =>
        EcmaPattern.TryParse(pattern, out var parsed, out _)
            ? PatternText.Generate(parsed, 1, int.MaxValue, new SeededRandom(0), _ => true) ?? pattern
            : pattern;

    /// <summary>The first and the last of several pointers.</summary>
    private static List<string> Ends(IReadOnlyList<string> pointers) => pointers.Count > 1 ? [pointers[0], pointers[^1]] : [.. pointers];
}

/// <summary>A change to a message that could break a rule.</summary>
/// <param name="Title">The change in words: <c>fb_token is the number 123</c>.</param>
/// <param name="Place">The pointer of the changed value.</param>
/// <param name="Way">The number of the change for the rule: the same value at another element has the same number.</param>
/// <param name="Apply">Creates the changed message without modifying the original; null if the message does not have the place.</param>
internal sealed record Mutation(string Title, string Place, int Way, Func<JsonObject?> Apply);
