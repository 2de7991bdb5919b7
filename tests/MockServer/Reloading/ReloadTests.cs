using System.Net;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Reloading;

namespace SocialContract.MockServer.Tests.Reloading;

public sealed class ReloadTests
{
    private const int Reloaded = 2;
    private const int Rejected = 3;

    [Fact]
    public async Task Saving_the_document_serves_the_new_version_and_logs_the_changes()
    {
        await using var server = await GreetingMock.StartAsync();
        (await server.GreetingAsync()).ShouldContain("before");

        server.Save(
            GreetingMock.Document.Replace("before", "after", StringComparison.Ordinal).Replace(
                "  /greeting:",
                "  /other: { get: { operationId: other, responses: { '204': { description: none } } } }\n  /greeting:",
                StringComparison.Ordinal));
        var changes = (await server.Log.Next(Reloaded)).Value<IReadOnlyList<string>>();

        (await server.GreetingAsync()).ShouldContain("after");
        changes.ShouldContain(change => change.Contains("added") && change.Contains("GET /other"));
        changes.ShouldContain(change => change.Contains("changed") && change.Contains("GET /greeting"));
    }

    [Fact]
    public async Task Saving_a_file_that_the_document_refers_to_reloads_the_document()
    {
        await using var server = await GreetingMock.StartAsync();

        server.SaveTypes("Greeting: { type: object, required: [language], properties: { text: { type: string } } }\n");
        await server.Log.Next(Reloaded);

        using var response = await server.Client.GetAsync("/greeting", Http.Cancelled);
        response.Header("X-Contract-Answer-Violations").ShouldNotBeNull().ShouldContain("language");
    }

    [Fact]
    public async Task A_faulty_version_is_reported_and_the_last_valid_one_is_served_until_the_fault_is_mended()
    {
        await using var server = await GreetingMock.StartAsync();

        server.Save(GreetingMock.Document + "\n  - : [");
        var diagnostics = (await server.Log.Next(Rejected)).Value<IReadOnlyList<Diagnostic>>();
        diagnostics.ShouldNotBeEmpty();
        (await server.GreetingAsync()).ShouldContain("before");

        server.Save(GreetingMock.Document.Replace("before", "mended", StringComparison.Ordinal));
        await server.Log.Next(Reloaded);
        (await server.GreetingAsync()).ShouldContain("mended");
    }

    [Fact]
    public async Task A_request_in_progress_keeps_the_document_that_it_began_with()
    {
        var clock = new WatchedClock();
        await using var server = await GreetingMock.StartAsync(options => options with { TimeProvider = clock });

        var slow = server.Client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/greeting").With("Prefer", "delay=600000"));
        await clock.Held;
        server.Save(GreetingMock.Document.Replace("before", "after", StringComparison.Ordinal));
        var isReloaded = false;
        await clock.Advance(DocumentWatcher.Interval, () => isReloaded = isReloaded || server.Log.TryNext(Reloaded, out _));
        isReloaded.ShouldBeTrue();
        slow.IsCompleted.ShouldBeFalse();
        clock.Advance(WatchedClock.Hold);

        using var response = await slow;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldContain("before");
    }

    [Fact]
    public async Task A_value_that_the_new_version_marks_as_secret_is_redacted()
    {
        var exchanges = new RecordedExchanges();
        await using var server = await GreetingMock.StartAsync(options => options with { Sinks = [exchanges] });
        using var before = await server.Client.GetAsync("/greeting?pin=1234", Http.Cancelled);
        (await exchanges.Next()).Shown.Request.Target.ShouldBe("/greeting?pin=1234");

        server.Save(GreetingMock.Document.Replace(
            "      operationId: greet",
            "      operationId: greet\n      parameters: [{ name: pin, in: query, x-secret: true, schema: { type: string } }]",
            StringComparison.Ordinal));
        await server.Log.Next(Reloaded);
        using var after = await server.Client.GetAsync("/greeting?pin=1234", Http.Cancelled);

        (await exchanges.Next()).Shown.Request.Target.ShouldBe("/greeting?pin=(redacted)");
    }

    /// <summary>A mock of a document of two files, with a client and a recorded log.</summary>
    private sealed class GreetingMock : IAsyncDisposable
    {
        public const string Document = """
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

        private readonly TemporaryDocument _document;
        private readonly MockHost _mock;

        private GreetingMock(TemporaryDocument document, MockHost mock, RecordedLog log)
        {
            (_document, _mock, Log) = (document, mock, log);
            Client = new HttpClient { BaseAddress = mock.Url };
        }

        public RecordedLog Log { get; }

        public HttpClient Client { get; }

        public static async Task<GreetingMock> StartAsync(Func<MockOptions, MockOptions>? change = null)
        {
            var document = new TemporaryDocument(Document);
            document.Write("types.yaml", "Greeting: { type: object, properties: { text: { type: string } } }\n");
            var log = new RecordedLog();
            var options = new MockOptions { Document = document.Path, LoggerFactory = log };
            return new(document, await MockHost.StartAsync(change?.Invoke(options) ?? options, Http.Cancelled), log);
        }

        public Task<string> GreetingAsync() => Client.GetStringAsync("/greeting", Http.Cancelled);

        public void Save(string text) => _document.Write("openapi.yaml", text);

        public void SaveTypes(string text) => _document.Write("types.yaml", text);

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _mock.DisposeAsync();
            _document.Dispose();
        }
    }
}
