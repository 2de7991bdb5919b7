using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Values for places whose rule is a whole schema: <c>anyOf</c>, <c>oneOf</c>, <c>not</c>, <c>if</c>, <c>contains</c>,
/// <c>propertyNames</c>, <c>dependentSchemas</c>. What keeps or breaks such a rule is searched for among likely values; a validator
/// decides.
/// </summary>
internal static class CompoundValues
{
    /// <summary>Values that are tried for a rule.</summary>
    private const int Limit = 240;

    private static readonly string[] OddNames = ["contract kit!", "CONTRACT_KIT", "contract-kit", "1", new('c', 200)];

    public static bool Includes(Rule rule) => rule.Keyword is { } keyword && KeywordCatalog.Compounds.Contains(keyword);

    /// <summary>Values that may break the rule, whose place holds a good one now.</summary>
    public static IEnumerable<JsonNode?> Breaking(Rule rule, JsonNode? present, DraftSource source, SchemaView view)
    {
        var bases = Bases(rule, present, source).ToList();
        return bases.Concat(bases.SelectMany(value => Changed(value, SchemaConstants.In(rule, view)))).Take(Limit);
    }

    /// <summary>Values that may fit one branch, or fail it, and are still as the schema around the rule wants them.</summary>
    public static IEnumerable<JsonNode?> Alternatives(
        Rule rule, DocumentNode branch, bool holds, JsonNode? present, DraftSource source, SchemaView view)
    {
        if (!holds)
        {
            return Changed(present, SchemaConstants.In(rule, view)).Take(Limit);
        }

        var made = new[] { rule.Node.Place.Parent.Node is { } owner ? [owner, branch] : new[] { branch }, [branch] }
            .SelectMany(IEnumerable<JsonNode?> (schemas) => source.TryGenerate(schemas, out var value)
                ? [value, Merged(present, value)] : []);
        return made.Concat(Changed(present, SchemaConstants.In(rule, view)).Take(Limit));
    }

    private static IEnumerable<JsonNode?> Bases(Rule rule, JsonNode? present, DraftSource source)
    {
        switch (rule.Keyword)
        {
            case "not" or "if":
                return Generated([rule.Node]).SelectMany(IEnumerable<JsonNode?> (value) => [Merged(present, value), value]).Append(present);
            case "anyOf" or "oneOf":
                var made = Generated(rule.Node.Elements()).ToList();
                var both = made.SelectMany((first, index) => made.Skip(index + 1).Select(second => Merged(first, second)));
                return both.Concat(made.Select(value => Merged(present, value))).Append(present);
            case "dependentSchemas":
                return rule.Node.Members().Select(member => Merged(present, new JsonObject { [member.Name] = "contract-kit" }))
                    .Append(present);
            case "propertyNames" when present is JsonObject members:
                var entry = members.FirstOrDefault().Value;
                return OddNames.Select(name => With(members, name, entry ?? "contract-kit"));
            case "contains" when present is JsonArray elements:
                return [.. Elements(elements)];
            default:
                return [present];
        }

        IEnumerable<JsonNode?> Generated(IEnumerable<DocumentNode> schemas) =>
            schemas.SelectMany(IEnumerable<JsonNode?> (schema) => source.TryGenerate([schema], out var value) ? [value] : []);
    }

    /// <summary>Arrays without what they must contain, and with too much of it.</summary>
    private static IEnumerable<JsonNode?> Elements(JsonArray elements)
    {
        foreach (var other in (JsonNode?[])["contract-kit", 123, -1, true, null, new JsonObject(), new JsonArray()])
        {
            yield return new JsonArray([.. elements.Select(_ => other?.DeepClone())]);
        }

        foreach (var count in (int[])[elements.Count + 1, elements.Count * 2, elements.Count * 4])
        {
            yield return elements.Count > 0 ? ArraySize.Of(elements, count) : null;
        }

        for (var index = 0; index < elements.Count; index++)
        {
            var fewer = elements.DeepClone().AsArray();
            fewer.RemoveAt(index);
            yield return fewer;
        }
    }

    /// <summary>An object with one member left out, or something else in its place.</summary>
    private static IEnumerable<JsonNode?> Changed(JsonNode? value, IReadOnlyDictionary<string, List<JsonNode?>> constants)
    {
        if (value is not JsonObject members)
        {
            yield break;
        }

        foreach (var (name, _) in members)
        {
            var fewer = members.DeepClone().AsObject();
            fewer.Remove(name);
            yield return fewer;
        }

        foreach (var (name, values) in constants)
        {
            foreach (var constant in values)
            {
                var changed = With(members, name, constant);
                yield return changed;
                foreach (var (other, _) in members.Where(member => member.Key != name))
                {
                    var fewer = changed.DeepClone().AsObject();
                    fewer.Remove(other);
                    yield return fewer;
                }
            }
        }

        foreach (var (name, _) in members)
        {
            foreach (var other in (JsonNode?[])["contract-kit", 123, -1, true, null, new JsonObject(), new JsonArray()])
            {
                yield return With(members, name, other);
            }
        }
    }

    private static JsonObject With(JsonObject members, string name, JsonNode? value)
    {
        var changed = members.DeepClone().AsObject();
        changed[name] = value?.DeepClone();
        return changed;
    }

    /// <summary>The members of both, the second's where both have one; a second that is not an object replaces the first.</summary>
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
