using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
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

    private static readonly string[] OddNames = ["contract kit!", "CONTRACT_KIT", "contract-kit", "1", new('c', 200)];

    public static bool Includes(Rule rule) => rule.Keyword is { } keyword && KeywordCatalog.Compounds.Contains(keyword);

    /// <summary>Candidates for breaking the rule, derived from the valid value at its place.</summary>
    public static IEnumerable<JsonNode?> Breaking(Rule rule, JsonNode? present, DraftSource source, SchemaView view)
    {
        var bases = Bases(rule, present, source).Take(Limit).ToList();
        return bases.Concat(bases.SelectMany(value => Changed(value, rule, view))).Take(Limit);
    }

    /// <summary>Candidates that match a branch, or do not, and satisfy the schema with the rule.</summary>
    public static IEnumerable<JsonNode?> Alternatives(
        Rule rule, DocumentNode branch, bool matches, JsonNode? present, DraftSource source, SchemaView view)
    {
        if (!matches)
        {
            return Changed(present, rule, view).Take(Limit);
        }

        var generated = new[] { rule.Node.Place.Parent.Node is { } owner ? [owner, branch] : new[] { branch }, [branch] }
            .SelectMany(IEnumerable<JsonNode?> (schemas) => source.TryGenerate(schemas, out var value)
                ? [value, Merged(present, value)] : []);
        return generated.Concat(Changed(present, rule, view).Take(Limit));
    }

    private static IEnumerable<JsonNode?> Bases(Rule rule, JsonNode? present, DraftSource source)
    {
        switch (rule.Keyword)
        {
            case "not" or "if":
                return Generated([rule.Node]).SelectMany(IEnumerable<JsonNode?> (value) => [Merged(present, value), value]).Append(present);
            case "anyOf" or "oneOf":
                var generated = Generated(rule.Node.Elements()).Take(Limit + 1).ToList();
                var both = generated.SelectMany((first, index) => generated.Skip(index + 1).Select(second => Merged(first, second)));
                return both.Concat(generated.Select(value => Merged(present, value))).Append(present);
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

    /// <summary>Arrays with too few or too many matching elements.</summary>
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
            var reduced = elements.DeepClone().AsArray();
            reduced.RemoveAt(index);
            yield return reduced;
        }
    }

    /// <summary>The object with a member removed or replaced.</summary>
    private static IEnumerable<JsonNode?> Changed(JsonNode? value, Rule rule, SchemaView view)
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

        foreach (var (name, values) in SchemaConstants.In(rule, view))
        {
            foreach (var constant in values)
            {
                var changed = With(members, name, constant);
                yield return changed;
                foreach (var (other, _) in members.Where(member => member.Key != name))
                {
                    var reduced = changed.DeepClone().AsObject();
                    reduced.Remove(other);
                    yield return reduced;
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
