using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>Patterns for values that requests carry as text: parameters, and fields of forms.</summary>
/// <param name="types">The types of values in requests.</param>
internal sealed partial class TextPattern(SchemaView view, TargetTypes types)
{
    private const ValueTypes Spelled = ValueTypes.Number | ValueTypes.Boolean | ValueTypes.Null;

    /// <summary>The texts that break the rule; null where no pattern can tell, with the reason, or where no text breaks it.</summary>
    public JsonObject? Broken(DocumentNode schema, Rule rule, out string? reason)
    {
        reason = null;
        var allowed = types.Of([schema]);
        if ((allowed & ValueTypes.Container) != 0 && view.Types(schema) is not null)
        {
            reason = "values in the text of a list or an object are not matched";
            return null;
        }

        return (allowed & ~Spelled) == 0 ? BrokenJson(schema, rule, allowed) : BrokenText(rule, out reason);
    }

    /// <summary>A number or a boolean: its text is JSON.</summary>
    private JsonObject BrokenJson(DocumentNode schema, Rule rule, ValueTypes allowed)
    {
        var projection = new RuleProjection(new SchemaGraph(view, schema), rule);
        var bundle = new SchemaBundler(view, MessageDirection.Request, projection).Bundle(schema);
        bundle.Remove(KeywordNames.Schema);

        // WireMock also reads the text as a string, which keywords for numbers accept.
        bundle.TryAdd(KeywordNames.Type, new JsonArray([.. TypeNames.Of(allowed).Select(name => JsonValue.Create(name))]));
        return StubPattern.Not(StubPattern.Schema(bundle));
    }

    private static JsonObject? BrokenText(Rule rule, out string? reason)
    {
        reason = null;
        var value = rule.Node.Value;
        switch (rule.Keyword)
        {
            case KeywordNames.Type:
                return null;
            case KeywordNames.Enum when value.ValueKind == JsonValueKind.Array:
                return StubPattern.DoesNotMatch(string.Join('|', value.EnumerateArray().Select(Quoted)));
            case KeywordNames.Const:
                return StubPattern.DoesNotMatch(Quoted(value));
            case KeywordNames.Pattern when PatternOfJava(value.GetString()!) is { } pattern:
                return StubPattern.DoesNotMatch($@"[\s\S]*(?:{pattern})[\s\S]*");
            case KeywordNames.MinLength when value.TryGetInt32(out var least):
                return StubPattern.DoesNotMatch(string.Create(CultureInfo.InvariantCulture, $@"[\s\S]{{{least},}}"));
            case KeywordNames.MaxLength when value.TryGetInt32(out var most):
                return StubPattern.DoesNotMatch(string.Create(CultureInfo.InvariantCulture, $@"[\s\S]{{0,{most}}}"));
            case KeywordNames.Format:
                var schema = new JsonObject { [KeywordNames.Type] = "string", [KeywordNames.Format] = value.GetString() };
                return StubPattern.Not(StubPattern.Schema(schema, StubPattern.WithFormats));
            default:
                reason = $"WireMock has no pattern for {rule.Keyword ?? "the schema false"} in a text";
                return null;
        }
    }

    /// <summary>The pattern, if Java reads it as JavaScript does; else null.</summary>
    public static string? PatternOfJava(string pattern) => OnlyOfJavaScript().IsMatch(pattern) ? null : pattern;

    private static string Quoted(JsonElement value) =>
        Regex.Escape(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

    /// <summary>Constructs that Java lacks or reads in another way: empty classes, braced code points, scripts and controls.</summary>
    [GeneratedRegex(@"\[\^?\]|\\u\{|\\p\{\w+=|\\c|\[[^\]]*(?:\[|&&)")]
    private static partial Regex OnlyOfJavaScript();
}
