using System.Net;
using System.Text;
using System.Text.Json;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>
/// Random requests from fixed seeds over real sockets: each gets a response, none an internal error, and the server continues to respond.
/// </summary>
public sealed class RequestFuzzTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    private const int Rounds = 300;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=documented-request", "multipart/form-data",
        "text/plain",
        "application/json; charset=utf-16", "application/vnd.api+json", "*/*", "application/", ";", "",
    ];

    private static readonly string[] PathPieces =
        [
            "/api/v3/instagram_accounts", "/api/v3/instagram_accounts/1", "/api/v3/facebook_pages", "/__admin", "/openapi.json", "/", "//",
            "..", "%2F", "%00", "%ff", "?", "&", "__code=404", "__example=deleted", "__dynamic=true", "__seed=-1", "__delay=x",
        ];

    private static readonly string[] PreferPieces =
    [
        "code=", "404", "example=", "deleted", "dynamic=true", "seed=", "18446744073709551616", "delay=1", "wait=0", ",", ";", "\"", "=",
        "respond-async",
    ];

    [Theory]
    [InlineData("instagram-accounts.json", "application/json")]
    [InlineData("instagram-accounts.urlencoded", "application/x-www-form-urlencoded")]
    [InlineData("instagram-accounts.multipart", "multipart/form-data; boundary=documented-request")]
    public Task Slightly_changed_documented_bodies_get_a_documented_status(string file, string mediaType)
    {
        var original = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "requests", file));

        return SendAll(1, random => Post(Mutation.Changed(original, random), mediaType), 200, 400, 422);
    }

    [Fact]
    public Task Random_JSON_gets_a_documented_status() =>
        SendAll(2, random => Post(JsonSerializer.SerializeToUtf8Bytes(RandomJson.Value(random, 6)), "application/json"), 200, 400, 422);

    [Theory]
    [InlineData("application/json", 400)]
    [InlineData("application/x-www-form-urlencoded", 400, 422)]
    [InlineData("multipart/form-data; boundary=b", 400, 422)]
    [InlineData("application/octet-stream", 415)]
    public Task Random_bytes_get_the_status_of_their_media_type(string mediaType, params int[] expected) =>
        SendAll(3, random =>
        {
            var body = new byte[random.Next(1, 2000)];
            random.NextBytes(body);
            return Post(body, mediaType);
        }, expected);

    [Fact]
    public Task Forms_with_random_names_get_a_documented_status() =>
        SendAll(4, random => Post(
            Encoding.UTF8.GetBytes(
                Mutation.Text(random, 30, "facebook_account", "[fb_token]", "ig_accounts", "[][id]", "[", "]", "=", "&", "x")),
            "application/x-www-form-urlencoded"), 200, 400, 422);

    [Fact]
    public Task Random_targets_get_a_response() =>
        SendAll(
            5,
            random =>
                new FuzzedRequest { Method = Methods[random.Next(Methods.Length)], Target = "/" + Mutation.Text(random, 8, PathPieces) });

    [Fact]
    public Task Random_headers_get_a_response()
    {
        var body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "requests", "instagram-accounts.json"));

        return SendAll(6, random => new FuzzedRequest
        {
            Body = body,
            Headers =
            [
                $"Authentication: {(random.Next(3) == 0 ? Mutation.Text(random, 6, "Bearer", " ", "TOKEN") : "Bearer TOKEN")}",
                "Content-Type: "
                + $"{(random.Next(2) == 0 ? Mutation.Text(random, 6, MediaTypes) : MediaTypes[random.Next(MediaTypes.Length)])}",
                $"Prefer: {Mutation.Text(random, 8, PreferPieces)}",
                $"Accept: {Mutation.Text(random, 8, "application/json", "text/*", "*/*", "q=", "0.5", ",", ";", "\"")}",
                $"Cookie: {Mutation.Text(random, 8, "a=b", ";", "=", "$Version")}",
                $"Origin: {Mutation.Text(random, 4, "http://localhost:3000", "null")}",
                $"Access-Control-Request-Method: {Mutation.Text(random, 2, "POST")}",
            ],
        });
    }

    [Fact]
    public Task Requests_that_are_random_in_every_part_get_a_response() =>
        SendAll(7, random => new FuzzedRequest
        {
            Method = Methods[random.Next(Methods.Length)],
            Target = PathPieces[random.Next(3)] + Mutation.Text(random, 3, PathPieces),
            Body = JsonSerializer.SerializeToUtf8Bytes(RandomJson.Value(random, 4)),
            Headers =
            [
                "Authentication: Bearer TOKEN", $"Content-Type: {MediaTypes[random.Next(MediaTypes.Length)]}",
                $"Prefer: {string.Join(", ", PreferPieces[random.Next(PreferPieces.Length)], "dynamic=true", $"seed={random.Next()}")}",
            ],
        });

    /// <summary>The server may close the connection without a response if the bytes are not HTTP.</summary>
    [Fact]
    public async Task Bytes_that_are_not_HTTP_get_a_response_or_a_closed_connection()
    {
        var random = new Random(8);
        var original = Post(Encoding.UTF8.GetBytes("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}}"""), "application/json")
            .ToBytes();
        for (var round = 0; round < Rounds; round++)
        {
            var request = Mutation.Changed(original, random);

            var status = await RawClient.Send(mock.Url, request, endsThere: true);

            // 505: the version was changed to one that there is not (RFC 9110, section 15.6.6).
            (status is null or < 500 or 505).ShouldBeTrue($"round {round}: {status} for\n{Encoding.Latin1.GetString(request)}");
        }

        await StillResponds();
    }

    /// <param name="expected">The statuses that may come; none given: any that is no fault of the server's.</param>
    private async Task SendAll(int seed, Func<Random, FuzzedRequest> make, params int[] expected)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var request = make(random).ToBytes();

            var status = (await RawClient.Send(mock.Url, request))
                .ShouldNotBeNull($"round {round}: no response to\n{Encoding.Latin1.GetString(request)}");

            status.ShouldBeLessThan(500, $"round {round}:\n{Encoding.Latin1.GetString(request)}");
            if (expected.Length > 0)
            {
                expected.ShouldContain(status, $"round {round}:\n{Encoding.Latin1.GetString(request)}");
            }
        }

        await StillResponds();
    }

    private async Task StillResponds()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Post(ShippedMock.DocumentedBody));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static FuzzedRequest Post(byte[] body, string mediaType) =>
        new() { Body = body, Headers = ["Authentication: Bearer TOKEN", $"Content-Type: {mediaType}"] };
}
