using SocialContract.Contract.Generation.Examples;

namespace SocialContract.Contract.Generation.Tests.Examples;

public class AcceptHeaderTests
{
    [Theory]
    [InlineData(null, 1000)]
    [InlineData("", 1000)]
    [InlineData("*/*", 1000)]
    [InlineData("application/json", 1000)]
    [InlineData("APPLICATION/JSON; charset=utf-8", 1000)]
    [InlineData("application/*;q=0.5", 500)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", 800)]
    [InlineData("text/plain", 0)]
    [InlineData("application/json;q=0", 0)]
    [InlineData("*/*, application/json;q=0", 0)]
    [InlineData("application/json;q=0.25, */*;q=0.9", 250)]
    [InlineData("application/json;q=0.1, application/*;q=0.9", 100)]
    [InlineData("application/json;q=abc", 1000)]
    [InlineData("nonsense", 1000)]
    [InlineData("nonsense, text/plain", 0)]
    [InlineData("text/plain;x=\"a,application/json\"", 0)]
    [InlineData("text/plain;x=\"a\\\"b\";q=0.1, application/json", 1000)]
    [InlineData("text/plain;x=\"a\\\\\", application/json;q=0.3", 300)]
    [InlineData("text/plain;x=\"\\\",application/json\"", 0)]
    [InlineData(",, application/json;q=0.4 ,", 400)]
    public void The_most_specific_range_decides_the_weight_of_JSON(string? accept, int weight) =>
        AcceptHeader.QualityOf(accept, "application/json").Weight.ShouldBe(weight);

    [Fact]
    public void An_offered_range_takes_the_media_type_that_the_client_named() =>
        AcceptHeader.QualityOf("image/webp", "image/*").ShouldBe(new AcceptQuality(1000, 3, "image/webp"));

    [Fact]
    public void An_offered_range_does_not_match_another_type() =>
        AcceptHeader.QualityOf("text/plain", "image/*").Weight.ShouldBe(0);
}
