using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Json;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Finds the JSON documents that a stub demands as the body and that no valid request of the operation has.</summary>
internal static class BodyDemands
{
    /// <summary>What the texts of placeholders contain; only a request tells what they stand for.</summary>
    private const string Placeholder = "json-unit.";

    /// <summary>Findings for one body.</summary>
    private const int MaxFindings = 10;

    public static IEnumerable<StubFinding> Judge(RequestPattern pattern, Operation operation, RequestProbe probe, ServedContract contract)
    {
        if (operation.RequestBody is not { } body || !TryGetJson(body, out var media))
        {
            return [];
        }

        return pattern.Bodies.Index().SelectMany(entry => entry.Item is EqualToJsonPattern { Comparison: var expected }
            ? Violations(expected, media, probe, contract.Description.View).Take(MaxFindings).Select(violation => new StubFinding(
                $"/request/bodyPatterns/{entry.Index}/{PatternNames.EqualToJson}",
                RequestJudge.Sentence(operation, violation.Instance, violation)))
            : []);
    }

    /// <summary>The media types that JSON bodies may have; false if another one may be JSON, too.</summary>
    private static bool TryGetJson(RequestBody body, out List<MediaType> json)
    {
        json = [];
        foreach (var media in body.Content)
        {
            if (!MediaTypeName.TryParse(media.Name, out var name) || name.IsRange)
            {
                return false;
            }

            if (name.IsJson)
            {
                json.Add(media);
            }
            else if (!media.Name.Contains("form", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return json.Count > 0;
    }

    private static IEnumerable<Violation> Violations(
        JsonComparison expected, List<MediaType> media, RequestProbe probe, SchemaView view)
    {
        if (expected.Expected.GetRawText().Contains(Placeholder, StringComparison.Ordinal))
        {
            return [];
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(expected.Expected, StubJson.Default.JsonElement);
        List<List<Violation>> found =
        [
            .. media.Select(type => probe.OfBody(type.Name, body)
                .Where(violation => IsCertain(violation, expected, type.Schema, view)).ToList()),
        ];
        return found.TrueForAll(violations => violations.Count > 0) ? found[0] : [];
    }

    /// <summary>Whether no body that equals the document, as the stub compares it, can keep the rule.</summary>
    private static bool IsCertain(Violation violation, JsonComparison expected, SchemaReference? schema, SchemaView view)
    {
        string[] tokens = [.. violation.Instance.Split('/').Skip(2).Select(JsonPointer.Unescape)];
        if (expected.IgnoreArrayOrder && Passed(expected.Expected, tokens).Any(value => value.ValueKind == JsonValueKind.Array))
        {
            return false;
        }

        return !expected.IgnoreExtraElements || (schema is not null && IsWrongMember(expected.Expected, tokens, schema.Node, view));
    }

    /// <summary>
    /// Whether the place is a value without members, reached by members alone, of objects whose other members have no influence on it.
    /// </summary>
    private static bool IsWrongMember(JsonElement document, string[] tokens, DocumentNode schema, SchemaView view)
    {
        var values = Passed(document, tokens).ToList();
        if (tokens.Length == 0 || values.Count != tokens.Length + 1
            || values[^1].ValueKind is JsonValueKind.Object or JsonValueKind.Array
            || values[..^1].Exists(value => value.ValueKind != JsonValueKind.Object))
        {
            return false;
        }

        List<DocumentNode> schemas = [schema];
        foreach (var token in tokens)
        {
            List<DocumentNode> all = [.. schemas.SelectMany(view.AllConjuncts)];
            if (all.Exists(part => view.Alternatives(part).Any() || view.Consequences(part).Any(node => !all.Contains(node))))
            {
                return false;
            }

            schemas = [.. all.SelectMany(part => view.Member(part, token))];
        }

        return true;
    }

    /// <summary>The values on the way to a place, the whole document first; fewer than the way is long if the place is missing.</summary>
    private static IEnumerable<JsonElement> Passed(JsonElement document, string[] tokens)
    {
        var value = document;
        yield return value;
        foreach (var token in tokens)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(token, out var member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(token, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                yield break;
            }

            yield return value;
        }
    }
}
