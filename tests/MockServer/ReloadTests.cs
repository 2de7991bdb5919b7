using System.Net;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Tests;

public sealed class ReloadTests
{
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
        var log = new RecordingLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Log = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("before");

        document.Write("openapi.yaml", Before.Replace("before", "after", StringComparison.Ordinal).Replace("  /greeting:", "  /other: { get: { operationId: other, responses: { '204': { description: none } } } }\n  /greeting:", StringComparison.Ordinal));
        var changes = await log.Next<IReadOnlyList<string>>();

        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("after");
        changes.ShouldContain(change => change.Contains("added") && change.Contains("GET /other"));
        changes.ShouldContain(change => change.Contains("changed") && change.Contains("GET /greeting"));
    }

    [Fact]
    public async Task Saving_a_file_that_the_document_refers_to_reloads_it_too()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordingLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Log = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        document.Write("types.yaml", "Greeting: { type: object, required: [language], properties: { text: { type: string } } }\n");
        await log.Next<IReadOnlyList<string>>();

        using var response = await client.GetAsync("/greeting", Http.Cancelled);
        response.Header("X-Contract-Answer-Violations").ShouldNotBeNull().ShouldContain("language");
    }

    [Fact]
    public async Task A_faulty_version_is_reported_and_the_last_good_one_goes_on_serving_until_it_is_mended()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordingLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Log = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        document.Write("openapi.yaml", Before + "\n  - : [");
        var diagnostics = await log.Next<IReadOnlyList<Diagnostic>>();
        diagnostics.ShouldNotBeEmpty();
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("before");

        document.Write("openapi.yaml", Before.Replace("before", "mended", StringComparison.Ordinal));
        await log.Next<IReadOnlyList<string>>();
        (await client.GetStringAsync("/greeting", Http.Cancelled)).ShouldContain("mended");
    }

    [Fact]
    public async Task A_request_in_flight_finishes_with_the_document_it_began_with()
    {
        using var document = new TemporaryDocument(Before);
        document.Write("types.yaml", Types);
        var log = new RecordingLog();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Log = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        var slow = client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/greeting").With("Prefer", "delay=1500"));
        document.Write("openapi.yaml", Before.Replace("before", "after", StringComparison.Ordinal));
        await log.Next<IReadOnlyList<string>>();
        slow.IsCompleted.ShouldBeFalse();

        using var response = await slow;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldContain("before");
    }
}
