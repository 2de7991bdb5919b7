namespace SocialContract.Verification.Tests.Reporting;

/// <summary>Each of the two would find a fault if there were one.</summary>
public sealed class SarifSchemaTests
{
    [Theory]
    [InlineData("""{"version":"2.1.0"}""")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}""")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":[{"message":{"text":"a"},"level":"fatal"}]}]}""")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":[{"message":{"text":"a"},"surprise":1}]}]}""")]
    public void What_is_not_SARIF_is_refused(string text)
    {
        SarifSchema.FaultsByUs(text).ShouldNotBeEmpty();
        SarifSchema.FaultsByNJsonSchema(text).ShouldNotBeEmpty();
    }
}
