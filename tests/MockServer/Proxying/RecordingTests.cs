using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SocialContract.MockServer.Proxying;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>The stubs that a proxy writes.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_distinct_request_is_a_stub_without_secrets_and_without_what_was_redacted()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom","code":"SECRETCODE"}""");
        await Record(server, async proxy =>
        {
            for (var count = 0; count < 2; count++)
            {
                using var response = await proxy.Client.Exchange(
                    new HttpRequestMessage(HttpMethod.Get, "/pets/7?a=1&access_token=SECRETTOKEN")
                        .With("Authorization", "Bearer SECRETBEARER").With("Cookie", "session=SECRETCOOKIE"));
            }

            using var posted = await proxy.Post("/pets", """{"name":"x","pin":"SECRETPIN"}""");
        });

        var texts = Files().Select(File.ReadAllText).ToList();
        texts.Count.ShouldBe(2);
        string.Concat(texts).ShouldNotContain("SECRET");
        Path.GetFileName(Files()[0]).ShouldMatch(@"^get-pets-7-[0-9a-f]{8}\.json$");
        JsonNode.Parse(texts[0])!["request"].ShouldBeJson(
            """{"method":"GET","urlPath":"/pets/7","queryParameters":{"a":{"equalTo":"1"}}}""");
        JsonNode.Parse(texts[1])!["request"].ShouldBeJson(
            """{"method":"POST","url":"/pets","bodyPatterns":[{"equalToJson":{"name":"x","pin":"${json-unit.ignore}"}}]}""");
    }

    [Fact]
    public async Task Different_responses_to_the_same_request_are_replayed_in_their_order()
    {
        var count = 0;
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(count++ < 2 ? "waiting" : $"done {count}");
        });
        await Record(server, async proxy =>
        {
            for (var request = 0; request < 4; request++)
            {
                using var response = await proxy.Get("/jobs/1");
            }
        });

        var texts = new List<string>();
        await Replay(async mock =>
        {
            for (var request = 0; request < 5; request++)
            {
                texts.Add(await mock.Client.GetStringAsync("/jobs/1", Http.Cancelled));
            }
        });

        texts.ShouldBe(["waiting", "waiting", "done 3", "done 4", "done 4"]);
    }

    [Fact]
    public async Task Binary_large_and_compressed_bodies_are_replayed_as_they_were()
    {
        byte[] binary = [0xFF, 0xFE, 0x00, 0x01];
        var large = new string('x', 100_000);
        await using var server = await TargetServer.StartAsync(async context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/image":
                    context.Response.ContentType = "image/png";
                    await context.Response.Body.WriteAsync(binary);
                    break;
                case "/large":
                    context.Response.ContentType = "text/plain";
                    await context.Response.WriteAsync(large);
                    break;
                default:
                    context.Response.Headers.ContentEncoding = "gzip";
                    await using (var gzip = new GZipStream(context.Response.Body, CompressionLevel.Optimal))
                    {
                        await gzip.WriteAsync("plain"u8.ToArray());
                    }

                    break;
            }
        });
        await Record(server, async proxy =>
        {
            foreach (var path in new[] { "/image", "/large", "/gzip" })
            {
                using var response = await proxy.Get(path);
            }
        });

        await Replay(async mock =>
        {
            (await mock.Client.GetByteArrayAsync("/image", Http.Cancelled)).ShouldBe(binary);
            (await mock.Client.GetStringAsync("/large", Http.Cancelled)).ShouldBe(large);
            (await mock.Client.GetStringAsync("/gzip", Http.Cancelled)).ShouldBe("plain");
        });
        Directory.GetFiles(Path.Combine(_folder.FullName, "__files")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_later_recording_replaces_an_earlier_one_of_the_same_request()
    {
        await using var first = await TargetServer.StartAsync("""{"name":"one"}""");
        await using var second = await TargetServer.StartAsync("""{"name":"two"}""");
        await Record(first, async proxy => (await proxy.Get("/pets/7")).Dispose());
        await Record(second, async proxy => (await proxy.Get("/pets/7")).Dispose());

        Files().ShouldHaveSingleItem();
        await Replay(async mock => (await mock.Client.GetStringAsync("/pets/7", Http.Cancelled)).ShouldBe("""{"name":"two"}"""));
    }

    [Fact]
    public async Task Responses_of_the_contract_and_of_stubs_are_not_recorded()
    {
        await using var server = await TargetServer.StartAsync("{}", 501);
        await Record(server, async proxy => (await proxy.Get("/pets/7")).Dispose());

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_response_that_is_not_recorded_is_logged_with_the_reason_and_without_secrets()
    {
        await using var server = await TargetServer.StartAsync(async context =>
        {
            context.Response.ContentType = context.Request.Path == "/stream" ? "text/event-stream" : "application/json";
            context.Response.Headers.ContentEncoding = context.Request.Path == "/pets/8" ? "gzip" : default;
            await context.Response.WriteAsync("0123456789");
        });
        using var log = new RecordedLog();
        var proxied = new ProxyOptions { Url = server.Url, RecordFolder = _folder.FullName, MaxResponseBytes = 10 };
        await using (var proxy = await ProxyFixture.StartAsync(options => options with { Proxy = proxied, LoggerFactory = log }))
        {
            foreach (var target in new[] { "/stream", "/pets/8?access_token=SECRETTOKEN", "/pets/7" })
            {
                (await proxy.Get(target)).Dispose();
            }
        }

        var large = proxied with { MaxResponseBytes = 9 };
        await using (var proxy = await ProxyFixture.StartAsync(options => options with { Proxy = large, LoggerFactory = log }))
        {
            (await proxy.Get("/large")).Dispose();
        }

        (await log.Next(20)).Message.ShouldBe("not recorded: GET /stream: it is a stream");
        (await log.Next(20)).Message.ShouldBe("not recorded: GET /pets/8: its bytes do not match its Content-Encoding");
        (await log.Next(20)).Message.ShouldBe("not recorded: GET /large: it is larger than 9 bytes");
        Files().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_recorded_response_to_HEAD_agrees_with_the_document()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return Task.CompletedTask;
        });
        await Record(server, async proxy =>
            (await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/pets/7"))).Dispose());

        using var log = new RecordedLog();
        await using var mock = await ProxyFixture.StartAsync(
            options => options with { MappingsFolder = _folder.FullName, LoggerFactory = log });
        using var head = await mock.Client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/pets/7"));

        head.Header("X-Contract-Answer")!.ShouldStartWith("stub;");
        head.Header("X-Contract-Answer-Violations").ShouldBeNull();
        head.Content.Headers.NonValidated.Contains("Content-Length").ShouldBeFalse();
        log.TryNext(7, out _).ShouldBeFalse();
    }

    private string[] Files() => [.. Directory.GetFiles(Path.Combine(_folder.FullName, "mappings")).Order(StringComparer.Ordinal)];

    private async Task Record(TargetServer server, Func<ProxyFixture, Task> exchange)
    {
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { RecordFolder = _folder.FullName });
        await exchange(proxy);
    }

    private async Task Replay(Func<ProxyFixture, Task> exchange)
    {
        await using var mock = await ProxyFixture.StartAsync(options => options with { MappingsFolder = _folder.FullName });
        await exchange(mock);
    }
}
