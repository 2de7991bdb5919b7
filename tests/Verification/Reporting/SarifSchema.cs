namespace SocialApi.Verification.Tests.Reporting;

/// <summary>The JSON Schema of SARIF 2.1.0 as the npm package @microsoft/jest-sarif holds it (draft 4), judged by NJsonSchema: not by our own library, whose work it would be to agree with itself.</summary>
internal static class SarifSchema
{
    private static readonly NJsonSchema.JsonSchema Schema =
        NJsonSchema.JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json")).GetAwaiter().GetResult();

    public static List<string> FaultsOf(string sarif) => [.. Schema.Validate(sarif).Select(fault => fault.ToString())];
}
