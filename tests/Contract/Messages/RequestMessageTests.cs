using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Tests.Messages;

public sealed class RequestMessageTests
{
    [Theory]
    [InlineData("/pets", "/pets", "")]
    [InlineData("/pets?limit=5", "/pets", "limit=5")]
    [InlineData("/pets?a=b?c", "/pets", "a=b?c")]
    [InlineData("/%70ets%2F1", "/%70ets%2F1", "")]
    [InlineData("http://example.com/pets?limit=5", "/pets", "limit=5")]
    [InlineData("http://example.com", "/", "")]
    [InlineData("*", "*", "")]
    public void A_target_has_a_path_and_a_query(string target, string path, string query)
    {
        var request = new RequestMessage("GET", target);

        request.Path.ShouldBe(path);
        request.Query.ShouldBe(query);
    }

    [Fact]
    public void A_detached_message_does_not_change_with_the_buffer()
    {
        byte[] buffer = [1, 2, 3];
        var request = new RequestMessage("POST", "/pets", [new("X-Id", "1")], buffer);

        var kept = request.Detach();
        buffer[0] = 9;

        kept.Body.ToArray().ShouldBe([1, 2, 3]);
        kept.Headers["x-id"].ShouldBe("1");
    }
}
