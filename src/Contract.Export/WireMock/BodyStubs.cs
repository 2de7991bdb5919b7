using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The JSON bodies that break the rules of their schema.</summary>
internal static class BodyStubs
{
    /// <summary>
    /// What JSON begins and ends with. WireMock's reader of JSON accepts text after the value, and reads a text that is not JSON as a
    /// string.
    /// </summary>
    private const string Outline = @"\s*(?:\{[\s\S]*\}|\[[\s\S]*\]|""[\s\S]*""|-?[0-9][0-9.eE+-]*|true|false|null)\s*";

    /// <summary>Bodies that are not JSON.</summary>
    public static JsonObject NotJson => StubPattern.Or(StubPattern.Not(StubPattern.Json), StubPattern.DoesNotMatch(Outline));

    /// <summary>Bodies that break the rule; null where WireMock cannot tell, with the reason.</summary>
    public static JsonObject? Broken(SchemaView view, SchemaGraph graph, DocumentNode schema, Rule rule, out string? reason)
    {
        var bundle = new SchemaBundler(view, MessageDirection.Request, new RuleProjection(graph, rule)).Bundle(schema);
        bundle.Remove(KeywordNames.Schema);
        reason = null;
        if (rule.Keyword == KeywordNames.Format && FormatCatalog.Find(rule.Node.Value.GetString()!) is { Range: null } format)
        {
            // Draft 7 has no prefixItems, and not all formats.
            reason = Writes(bundle, KeywordNames.PrefixItems) || !HasFormat(format.Name)
                ? $"WireMock does not check the format {format.Name} there"
                : null;
            return reason is null ? StubPattern.Not(StubPattern.Schema(bundle, StubPattern.WithFormats)) : null;
        }

        if (rule.Keyword == KeywordNames.Pattern && TextPattern.PatternOfJava(rule.Node.Value.GetString()!) is null)
        {
            reason = "Java reads its regular expression in another way";
            return null;
        }

        return StubPattern.Not(StubPattern.Schema(bundle));
    }

    /// <summary>Bodies that are not valid, whatever the rule.</summary>
    public static JsonObject Invalid(SchemaView view, DocumentNode schema)
    {
        var bundle = new SchemaBundler(view, MessageDirection.Request).Bundle(schema);
        bundle.Remove(KeywordNames.Schema);
        return StubPattern.Not(StubPattern.Schema(bundle));
    }

    private static bool HasFormat(string name) => name is "date-time" or "date" or "time" or "email" or "hostname" or "ipv4" or "ipv6"
        or "uri" or "uri-reference" or "uuid" or "json-pointer" or "relative-json-pointer" or "regex";

    private static bool Writes(JsonNode? node, string keyword) => node switch
    {
        JsonObject map => map.Any(member => member.Key == keyword || Writes(member.Value, keyword)),
        JsonArray list => list.Any(item => Writes(item, keyword)),
        _ => false,
    };
}
