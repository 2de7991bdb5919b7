using SocialContract.Verification.Running;

namespace SocialContract.Verification.Tests.Running;

public sealed class IdExtractorTests
{
    [Theory]
    [InlineData("/notes/7", "7")]
    [InlineData("/notes/7/?view=full", "7")]
    [InlineData("/notes/7#top", "7")]
    [InlineData("/notes/a%2Fb?next=/other/8", "a/b")]
    [InlineData("https://api.example/notes/7", "7")]
    [InlineData("7", "7")]
    [InlineData("https://api.example", null)]
    [InlineData("https://api.example?note=/7", null)]
    public void The_id_in_a_location_is_the_last_segment_of_its_path(string location, string? id) =>
        IdExtractor.OfLocation(location).ShouldBe(id);
}
