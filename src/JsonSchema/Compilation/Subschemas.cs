using System.Text.Json;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Lists the schemas in a keyword's value.</summary>
internal static class Subschemas
{
    /// <summary>The schemas, each with the pointer from the keyword's value to it.</summary>
    public static IEnumerable<(string Token, JsonElement Element)> Of(SubschemaShape shape, JsonElement value) =>
        (shape, value.ValueKind) switch
        {
            (SubschemaShape.Schema, _) => [("", value)],
            (SubschemaShape.Array or SubschemaShape.SchemaOrArray, JsonValueKind.Array) =>
                value.EnumerateArray().Select((item, number) => ($"/{number}", item)),
            (SubschemaShape.SchemaOrArray, _) => [("", value)],
            (SubschemaShape.Map or SubschemaShape.MapOfSchemasOrNames, JsonValueKind.Object) =>
                value.EnumerateObject()
                    .Where(member => member.Value.ValueKind != JsonValueKind.Array)
                    .Select(member => ("/" + Pointers.Escape(member.Name), member.Value)),
            _ => [],
        };
}
