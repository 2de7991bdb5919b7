namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>NJsonSchema 11, which reads draft 4.</summary>
internal static class NJsonSchemaJudge
{
    public static IReadOnlyList<bool> Judge(string schema, IEnumerable<string> instances)
    {
        var compiled = NJsonSchema.JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
        return [.. instances.Select(instance => compiled.Validate(Newtonsoft.Json.Linq.JToken.Parse(instance)).Count == 0)];
    }
}
