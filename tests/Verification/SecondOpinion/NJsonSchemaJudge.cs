using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>NJsonSchema 11, which reads draft 4 and a few later keywords.</summary>
public sealed class NJsonSchemaJudge : IJudge
{
    private readonly ConditionalWeakTable<JsonNode, NJsonSchema.JsonSchema> _compiled = [];

    public string Name => "NJsonSchema";

    public bool? IsValid(JudgedPart part)
    {
        var schema = _compiled.GetValue(
            part.Schema, node => NJsonSchema.JsonSchema.FromJsonAsync(node.ToJsonString()).GetAwaiter().GetResult());

        // Text that looks like a date stays text.
        using var reader = new JsonTextReader(new StringReader(part.Instance)) { DateParseHandling = DateParseHandling.None };
        var instance = JToken.ReadFrom(reader);
        try
        {
            return schema.Validate(instance).Count == 0;
        }
        catch (InvalidCastException)
        {
            return null;
        }
    }
}
