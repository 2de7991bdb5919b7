using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using SocialContract.Contract.Tests.Spec;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>
/// Random requests: the documented ones with bytes changed, removed, doubled and moved, from a fixed seed.
/// </summary>
public sealed class HostileRequestTests
{
    private static readonly string[] Interesting =
    [
        "\"", "{", "}", "[", "]", "null", "true", "1", "1e999", "-0", "[]", "{}", "\\u0000", "\\ud800", "\0",
        "&", "=", "%", "%zz", "[][]", "\r\n", "--", ":", ",",
    ];

    [Theory]
    [InlineData("/api/v3/instagram_accounts", "instagram-accounts.json", "application/json")]
    [InlineData("/api/v3/instagram_accounts", "instagram-accounts.urlencoded", "application/x-www-form-urlencoded")]
    [InlineData("/api/v3/instagram_accounts", "instagram-accounts.multipart", "multipart/form-data; boundary=documented-request")]
    [InlineData("/api/v3/facebook_pages", "facebook-pages.json", "application/json")]
    [InlineData("/api/v3/facebook_pages", "facebook-pages.urlencoded", "application/x-www-form-urlencoded")]
    [InlineData("/api/v3/facebook_pages", "facebook-pages.multipart", "multipart/form-data; boundary=documented-request")]
    public async Task No_body_makes_the_server_fail(string path, string file, string contentType)
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(20240621);
        var original = File.ReadAllBytes(Checkout.PathOf($"tests/documents/requests/{file}"));
        var client = server.User;

        for (var i = 0; i < 400; i++)
        {
            var body = Changed(original, random);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

            response.StatusCode.ShouldBeOneOf(
                [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity], Encoding.Latin1.GetString(body));
        }
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%2F")]
    [InlineData("%zz")]
    [InlineData("%ff")]
    [InlineData("1%00")]
    [InlineData("%31")]
    [InlineData("1e0")]
    [InlineData("1.0")]
    [InlineData("+1")]
    [InlineData("0x1")]
    [InlineData("٣")]
    [InlineData("1;drop table instagram_accounts")]
    [InlineData("999999999999999999999999999999999999999999")]
    public async Task No_id_makes_the_server_fail(string id)
    {
        await using var server = await TestServer.StartAsync();

        // HttpClient would not send some of these.
        var line = await StatusLineAsync(
            server, $"DELETE /api/v3/instagram_accounts/{id.Replace(
                " ",
                "%20",
                StringComparison.Ordinal)} HTTP/1.1\r\nHost: x\r\nAuthentication: Bearer user-token\r\nConnection: close\r\n\r\n");

        line.ShouldMatch("^HTTP/1.1 (400|404|422) ");
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("Content-Length: nine\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\nTransfer-Encoding: gzip\r\n\r\n{}")]
    public async Task No_framing_of_a_body_makes_the_server_fail(string framing)
    {
        await using var server = await TestServer.StartAsync();

        const string head = "POST /api/v3/instagram_accounts HTTP/1.1\r\nHost: x\r\nAuthentication: Bearer user-token\r\n";
        var line = await StatusLineAsync(server, $"{head}Content-Type: application/json\r\n{framing}");

        line.ShouldStartWith("HTTP/1.1 4");
    }

    private static async Task<string> StatusLineAsync(TestServer server, string request)
    {
        using var socket = new TcpClient(server.Url.Host, server.Url.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        var body = original.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(body.Count);
            var length = random.Next(Math.Min(body.Count - at, 40));
            switch (random.Next(5))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, length);
                    break;
                case 2:
                    body.InsertRange(at, body.GetRange(at, length));
                    break;
                case 3:
                    body.InsertRange(random.Next(body.Count), body.GetRange(at, length));
                    break;
                default:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(Interesting[random.Next(Interesting.Length)]));
                    break;
            }
        }

        return [.. body];
    }
}
