using System.Net;
using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Tests.Messages;

public sealed class HttpClientMessagesTests
{
    [Fact]
    public async Task A_clients_request_is_read_whole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.com/pets?limit=5");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("X-Id", ["1", "2"]);

        var message = await request.ReadMessageAsync(TestContext.Current.CancellationToken);

        message.ToString().ShouldBe("POST /pets?limit=5");
        message.Scheme.ShouldBe("https");
        message.Headers.ShouldBe(
            [new("X-Id", "1"), new("X-Id", "2"), new("Content-Type", "application/json; charset=utf-8"), new("Content-Length", "2")]);
        Encoding.UTF8.GetString(message.Body.Span).ShouldBe("{}");
    }

    [Fact]
    public async Task A_clients_response_is_read_whole()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.NotFound)
        {
            Content = new StringContent("no"),
            ReasonPhrase = "Gone Fishing",
        };

        var message = await response.ReadMessageAsync(TestContext.Current.CancellationToken);

        message.Status.ShouldBe(404);
        message.Reason.ShouldBe("Gone Fishing");
        message.Headers["content-type"].ShouldBe("text/plain; charset=utf-8");
        Encoding.UTF8.GetString(message.Body.Span).ShouldBe("no");
    }
}
