using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>NJsonSchema 11, which reads draft 4.</summary>
internal static class NJsonSchemaJudge
{
    public static IReadOnlyList<bool> Judge(string schema, IEnumerable<string> instances)
    {
        var compiled = NJsonSchema.JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
        return [.. instances.Select(instance => compiled.Validate(Parse(instance)).Count == 0)];
    }

    /// <summary>A text that looks like a date stays a text, to which a pattern applies.</summary>
    private static JToken Parse(string instance)
    {
        using var reader = new JsonTextReader(new StringReader(instance)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }
}
