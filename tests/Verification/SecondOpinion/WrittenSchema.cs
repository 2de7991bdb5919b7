using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SocialContract.Contract.Schemas;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>
/// A schema as the document has it, with what references lead to in their place. For schemas that do not recur, in one file.
/// </summary>
internal static class WrittenSchema
{
    private static readonly ConditionalWeakTable<SchemaReference, JsonNode> Read = [];

    private static readonly string[] MapsOfSchemas = ["properties", "patternProperties", "dependentSchemas"];

    /// <summary>Words of OpenAPI that say nothing of an instance; an example of theirs could hold anything.</summary>
    private static readonly string[] Annotations =
        ["title", "description", "example", "examples", "default", "deprecated", "externalDocs", "xml", "discriminator"];

    /// <param name="isDraft4">Whether a reference stands for all that is beside it (OpenAPI 3.0), not together with it (3.1).</param>
    public static JsonNode Of(SchemaReference reference, bool isDraft4) => Read.GetValue(
        reference, target => Schema(
            JsonNode.Parse(target.Node.Value.GetRawText())!, JsonNode.Parse(target.Node.File.Root.GetRawText())!, isDraft4));

    private static JsonNode Schema(JsonNode schema, JsonNode root, bool isDraft4)
    {
        if (schema is not JsonObject written)
        {
            return schema.DeepClone();
        }

        var rest = new JsonObject();
        foreach (var (keyword, value) in written.Where(member => !IsLeftOut(member.Key)))
        {
            rest[keyword] = value switch
            {
                JsonObject map when MapsOfSchemas.Contains(keyword) =>
                    new JsonObject(map.Select(
                        member => KeyValuePair.Create<string, JsonNode?>(member.Key, Schema(member.Value!, root, isDraft4)))),
                JsonObject => Schema(value, root, isDraft4),
                JsonArray list when keyword is "allOf" or "anyOf" or "oneOf" =>
                    new JsonArray([.. list.Select(branch => Schema(branch!, root, isDraft4))]),
                _ => value?.DeepClone(),
            };
        }

        if (written["$ref"] is not { } reference)
        {
            return rest;
        }

        var target = root;
        foreach (var token in reference.GetValue<string>().Split('/').Skip(1))
        {
            target = target[token]!;
        }

        var referred = Schema(target, root, isDraft4);
        return isDraft4 || rest.Count == 0 ? referred : new JsonObject { ["allOf"] = new JsonArray(referred, rest) };
    }

    private static bool IsLeftOut(string keyword) =>
        keyword == "$ref" || Annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
