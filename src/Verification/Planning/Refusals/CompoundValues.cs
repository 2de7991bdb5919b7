using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Values for places with a compound rule: <c>anyOf</c>, <c>oneOf</c>, <c>not</c>, <c>if</c>, <c>contains</c>,
/// <c>propertyNames</c>, <c>dependentSchemas</c>. The values are only candidates; a validator decides whether they satisfy or break
/// the rule.
/// </summary>
internal static class CompoundValues
{
    /// <summary>The maximum number of candidates for a rule.</summary>
    private const int Limit = 240;

    /// <summary>The maximum number of elements that are added to an array.</summary>
    private const int MaxAddedElements = 1_100;

    private static readonly string[] OddNames = ["contract kit!", "CONTRACT_KIT", "contract-kit", "1", new('c', 200)];

    public static bool Includes(Rule rule) => rule.Keyword is { } keyword && KeywordCatalog.Compounds.Contains(keyword);

    /// <summary>Candidates for breaking the rule, derived from the valid value at its place.</summary>
    public static IEnumerable<JsonNode?> Breaking(Rule rule, JsonNode? present, DraftFinder finder, SchemaView view)
    {
        var bases = Charged(Bases(rule, present, finder, view), present, finder).Take(Limit).ToList();
        var deciding = new Lazy<DecidingValues>(() => DecidingValues.In(rule, present, view, finder.Budget));
        var known = bases.Concat(Charged(bases.SelectMany(value => Changed(value, Listed(deciding), [])), present, finder)).Take(Limit);
        return known.Concat(Charged(bases.SelectMany(value => Replaced(value, Other(deciding))), present, finder).Take(Limit));
    }

    /// <summary>Candidates that match a branch, or do not, and satisfy the schema with the rule.</summary>
    public static IEnumerable<JsonNode?> Alternatives(
        Rule rule, DocumentNode branch, bool matches, JsonNode? present, DraftFinder finder, SchemaView view)
    {
        var deciding = new Lazy<DecidingValues>(() => DecidingValues.In(rule, present, view, finder.Budget));
        if (!matches)
        {
            var changed = Charged(Changed(present, Listed(deciding), Other(deciding)), present, finder).Take(Limit).ToList();
            return changed.Concat(WithElse(rule, changed, finder, view));
        }

        var generated = new[] { rule.Node.Place.Parent.Node is { } owner ? [owner, branch] : new[] { branch }, [branch] }
            .SelectMany(IEnumerable<JsonNode?> (schemas) => finder.TryGenerate(schemas, out var value)
                ? [value, Merged(present, value)] : []);
        return generated.Concat(Charged(Changed(present, Listed(deciding), []), present, finder).Take(Limit));
    }

    /// <summary>Charges the candidates, which are changed copies of a value, while they are enumerated.</summary>
    private static IEnumerable<JsonNode?> Charged(IEnumerable<JsonNode?> candidates, JsonNode? present, DraftFinder finder)
    {
        var size = MessageValues.CountIn(present);
        foreach (var candidate in candidates)
        {
            finder.Budget.ChargeCopy(size);
            if (finder.Budget.IsSpent)
            {
                yield break;
            }

            yield return candidate;
        }
    }

    /// <summary>The values are sought only where the candidates before them do not suffice: a condition can have many.</summary>
    private static IEnumerable<(string Place, JsonNode? Value)> Listed(Lazy<DecidingValues> deciding)
    {
        foreach (var entry in deciding.Value.Listed)
        {
            yield return entry;
        }
    }

    private static IEnumerable<(string Place, JsonNode? Value)> Other(Lazy<DecidingValues> deciding)
    {
        foreach (var entry in deciding.Value.Other)
        {
            yield return entry;
        }
    }

    /// <summary>What <c>else</c> demands of a value that does not match the condition, within the values and alone.</summary>
    private static IEnumerable<JsonNode?> WithElse(Rule rule, IReadOnlyList<JsonNode?> values, DraftFinder finder, SchemaView view) =>
        rule.Node.Place.Parent.Node is { } owner && view.Keyword(owner, KeywordNames.Else) is { } otherwise
        && finder.TryGenerate([otherwise], out var demanded)
            ? values.SelectMany(IEnumerable<JsonNode?> (value) => [Merged(demanded, value), Merged(value, demanded)])
                .Append(demanded)
            : [];

    private static IEnumerable<JsonNode?> Bases(Rule rule, JsonNode? present, DraftFinder finder, SchemaView view)
    {
        var keyword = KeywordCatalog.Find(rule.Keyword!)!;
        switch (keyword.Subschemas, keyword.Step)
        {
            case (SubschemaForm.Schema, InstanceStep.Same):
                return Generated([rule.Node]).SelectMany(IEnumerable<JsonNode?> (value) => [Merged(present, value), value]).Append(present);
            case (SubschemaForm.List, InstanceStep.Same):
                var generated = Generated(rule.Node.Elements()).Take(Limit + 1).ToList();
                var both = generated.SelectMany((first, index) => generated.Skip(index + 1).Select(second => Merged(first, second)));
                return both.Concat(generated.Select(value => Merged(present, value))).Append(present);
            case (SubschemaForm.Map, InstanceStep.Same):
                return rule.Node.Members().Select(member => Merged(present, new JsonObject { [member.Name] = "contract-kit" }))
                    .Append(present);
            case (_, InstanceStep.Names) when present is JsonObject members:
                var entry = members.FirstOrDefault().Value;
                return OddNames.Select(name => With(members, name, entry ?? "contract-kit"));
            case (_, InstanceStep.Each) when present is JsonArray elements:
                return [.. Elements(elements, rule.Node.Place.Parent.Node, view)];
            default:
                return [present];
        }

        IEnumerable<JsonNode?> Generated(IEnumerable<DocumentNode> schemas) =>
            schemas.SelectMany(IEnumerable<JsonNode?> (schema) => finder.TryGenerate([schema], out var value) ? [value] : []);
    }

    /// <summary>
    /// Arrays with too few or too many matching elements. Beside <c>minContains</c> or <c>maxContains</c>, arrays that only these refuse
    /// come early.
    /// </summary>
    private static IEnumerable<JsonNode?> Elements(JsonArray elements, DocumentNode? owner, SchemaView view)
    {
        var max = owner is { } schema ? view.Keyword(schema, KeywordNames.MaxContains) : null;
        var hasCounts = max is not null || (owner is { } counted && view.Keyword(counted, KeywordNames.MinContains) is not null);
        var greatest = max is { } keyword && KeywordLimit.TryCount(keyword.Value, out var count) && count <= MaxAddedElements ? count : 0;
        var others = ((JsonNode?[])["contract-kit", 123, -1, true, null, new JsonObject(), new JsonArray()])
            .Select(other => new JsonArray([.. elements.Select(_ => other?.DeepClone())]));
        var reduced = elements.Select((_, removed) =>
            new JsonArray([.. elements.Where((_, index) => index != removed).Select(kept => kept?.DeepClone())]));
        var repeated = greatest == 0 ? [] : elements.Select(element => new JsonArray(
            [.. elements.Concat(Enumerable.Repeat(element, greatest)).Select(copied => copied?.DeepClone())]));
        return hasCounts
            ? others.Take(1).Concat(repeated.Take(1)).Concat(reduced.Take(1))
                .Concat(others.Skip(1)).Concat(Sized(elements)).Concat(reduced.Skip(1)).Concat(repeated.Skip(1))
            : others.Concat(Sized(elements)).Concat(reduced);
    }

    /// <summary>Arrays with more elements.</summary>
    private static IEnumerable<JsonNode?> Sized(JsonArray elements)
    {
        foreach (var count in (int[])[elements.Count + 1, elements.Count * 2, elements.Count * 4])
        {
            yield return elements.Count > 0 ? ArraySize.Of(elements, count) : null;
        }
    }

    /// <summary>The object with a member removed or replaced.</summary>
    /// <param name="listed">Values that a place may have, also without one of the other members.</param>
    /// <param name="other">Values that a place may have instead of the present one.</param>
    private static IEnumerable<JsonNode?> Changed(
        JsonNode? value, IEnumerable<(string Place, JsonNode? Value)> listed, IEnumerable<(string Place, JsonNode? Value)> other)
    {
        if (value is not JsonObject members)
        {
            yield break;
        }

        foreach (var (name, _) in members)
        {
            var reduced = members.DeepClone().AsObject();
            reduced.Remove(name);
            yield return reduced;
        }

        foreach (var (place, constant) in listed)
        {
            if (MessageValues.Set(members, place, constant) is not { } changed)
            {
                continue;
            }

            yield return changed;
            var name = MessageValues.Tokens(place)[0];
            foreach (var (removed, _) in members.Where(member => member.Key != name))
            {
                var reduced = changed.DeepClone().AsObject();
                reduced.Remove(removed);
                yield return reduced;
            }
        }

        foreach (var replaced in Replaced(members, other))
        {
            yield return replaced;
        }

        foreach (var (name, _) in members)
        {
            foreach (var junk in (JsonNode?[])["contract-kit", 123, -1, true, null, new JsonObject(), new JsonArray()])
            {
                yield return With(members, name, junk);
            }
        }
    }

    /// <summary>The object with another value at a place.</summary>
    private static IEnumerable<JsonNode?> Replaced(JsonNode? value, IEnumerable<(string Place, JsonNode? Value)> other) =>
        value is JsonObject members
            ? other.Select(entry => MessageValues.Set(members, entry.Place, entry.Value)).Where(replaced => replaced is not null)
            : [];

    private static JsonObject With(JsonObject members, string name, JsonNode? value)
    {
        var changed = members.DeepClone().AsObject();
        changed[name] = value?.DeepClone();
        return changed;
    }

    /// <summary>The members of both objects, those of the second first; if one is not an object, the second value.</summary>
    private static JsonNode? Merged(JsonNode? first, JsonNode? second)
    {
        if (first is not JsonObject || second is not JsonObject more)
        {
            return second?.DeepClone();
        }

        var merged = first.DeepClone().AsObject();
        foreach (var (name, value) in more)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
