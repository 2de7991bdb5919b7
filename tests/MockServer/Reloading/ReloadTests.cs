using System.Net;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Reloading;

namespace SocialContract.MockServer.Tests.Reloading;

public sealed class ReloadTests
{
    private const int Reloaded = 2;
    private const int Rejected = 3;

    private const string Before = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /greeting:
            get:
              operationId: greet
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { $ref: 'types.yaml#/Greeting' } , example: { text: before } } }
        """;

    private const string Types = "Greeting: { type: object, properties: { text: { type: string } } }\n";

    [Fact]
    public async Task Saving_the_document_serves_the_new_version_and_says_what_changed()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordedLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, LoggerFactory = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("before");

        document.Write(
            "openapi.yaml",
            Before.Replace("before", "after", StringComparison.Ordinal)
                .Replace(
                    "  /greeting:",
                    "  /other: { get: { operationId: other, responses: { '204': { description: none } } } }\n  /greeting:",
                    StringComparison.Ordinal));
        var changes = (await log.Next(Reloaded)).Value<IReadOnlyList<string>>();

        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("after");
        changes.ShouldContain(change => change.Contains("added") && change.Contains("GET /other"));
        changes.ShouldContain(change => change.Contains("changed") && change.Contains("GET /greeting"));
    }

    [Fact]
    public async Task Saving_a_file_that_the_document_refers_to_reloads_it_too()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordedLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, LoggerFactory = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        document.Write("types.yaml", "Greeting: { type: object, required: [language], properties: { text: { type: string } } }\n");
        await log.Next(Reloaded);

        using var response = await client.GetAsync("/greeting", Http.Cancelled);
        response.Header("X-Contract-Answer-Violations").ShouldNotBeNull().ShouldContain("language");
    }

    [Fact]
    public async Task A_faulty_version_is_reported_and_the_last_good_one_goes_on_serving_until_it_is_mended()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordedLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, LoggerFactory = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        document.Write("openapi.yaml", Before + "\n  - : [");
        var diagnostics = (await log.Next(Rejected)).Value<IReadOnlyList<Diagnostic>>();
        diagnostics.ShouldNotBeEmpty();
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("before");

        document.Write("openapi.yaml", Before.Replace("before", "mended", StringComparison.Ordinal));
        await log.Next(Reloaded);
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("mended");
    }

    [Fact]
    public async Task A_request_in_flight_finishes_with_the_document_it_began_with()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordedLog();
        var clock = new WatchedClock();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = document.Path, LoggerFactory = log, TimeProvider = clock }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        var slow = client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/greeting").With("Prefer", "delay=600000"));
        await clock.Held;
        document.Write("openapi.yaml", Before.Replace("before", "after", StringComparison.Ordinal));
        var isReloaded = false;
        await clock.Advance(DocumentWatcher.Interval, () => isReloaded = isReloaded || log.TryNext(Reloaded, out _));
        isReloaded.ShouldBeTrue();
        slow.IsCompleted.ShouldBeFalse();
        clock.Advance(WatchedClock.Hold);

        using var response = await slow;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldContain("before");
    }

    [Fact]
    public async Task What_a_reloaded_document_calls_secret_is_shown_no_more()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = document.Path, LoggerFactory = log, Sinks = [exchanges] }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };
        using var before = await client.GetAsync("/greeting?pin=1234", Http.Cancelled);
        (await exchanges.Next()).Shown.Request.Target.ShouldBe("/greeting?pin=1234");

        document.Write("openapi.yaml", Before.Replace(
            "      operationId: greet",
            "      operationId: greet\n      parameters: [{ name: pin, in: query, x-secret: true, schema: { type: string } }]",
            StringComparison.Ordinal));
        await log.Next(Reloaded);
        using var after = await client.GetAsync("/greeting?pin=1234", Http.Cancelled);

        (await exchanges.Next()).Shown.Request.Target.ShouldBe("/greeting?pin=(redacted)");
    }
}
