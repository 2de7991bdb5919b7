using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>The process of verify against hostile servers, at its time limit and at a signal: it ends in time, with its reports.</summary>
public sealed class VerifyResilienceTests : IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Notes, version: '1' }
        paths:
          /notes:
            get:
              operationId: listNotes
              parameters: [ { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 10 } } ]
              responses:
                '200':
                  description: The notes.
                  content:
                    application/json:
                      schema:
                        type: array
                        items: { type: object, required: [id], properties: { id: { type: integer }, tag: { type: string } } }
                '422': { description: Refused. }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("contract-kit").FullName;

    private string Report => Path.Combine(_folder, "report.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_body_that_is_not_in_its_encoding_is_not_a_response()
    {
        await using var server = new RawServer(_ => new(Encoding.Latin1.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\n\u00ff\u00ff\u00ff\u00ff")));

        var (exit, output, error) = await VerifyAsync(server.Url);

        exit.ShouldBe(3);
        output.ShouldContain("gives no response: the response's body does not match its Content-Encoding.");
        error.ShouldBeEmpty();
        Verdict().ShouldBe("not-tested");
    }

    [Theory]
    [InlineData("""[{"id":"\ud800"}]""")]
    [InlineData("""[{"id":1,"\udfff":1}]""")]
    [InlineData("""[{"id":1,"id":2}]""")]
    [InlineData("[{\"id\":1,\"tag\":\"\u00ff\u00fe\"}]")]
    public async Task Text_that_is_not_Unicode_and_names_that_repeat_are_judged(string body)
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await using var server = new RawServer(_ => new(Encoding.Latin1.GetBytes(head + body)));

        var (exit, _, error) = await VerifyAsync(server.Url);

        exit.ShouldBe(1);
        error.ShouldBeEmpty();
        Verdict().ShouldBe("violates");
    }

    [Fact]
    public async Task The_time_limit_bounds_the_judging_of_long_responses()
    {
        var body = $"[{string.Join(',', Enumerable.Repeat("""{"id":1}""", 300_000))}]";
        await using var server = new RawServer(_ => RawResponse.Of(200, body));
        var watch = Stopwatch.StartNew();

        await VerifyAsync(server.Url, "--time-limit", "3");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        Verdict().ShouldNotBeNull();
    }

    [Fact]
    public async Task The_time_limit_bounds_planning()
    {
        await using var server = new RawServer(_ => RawResponse.Of(200, "[]"));
        var watch = Stopwatch.StartNew();

        var (exit, output, error) = await VerifyAsync(ManyOperations(), server.Url, "--time-limit", "1");

        exit.ShouldBe(3);

        // On a busy machine already reading the document takes that long.
        $"{output}{error}".ShouldContain("othing was sent: the run's time is over before ");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task A_signal_ends_the_run_with_what_was_observed(PosixSignal signal)
    {
        var asked = new TaskCompletionSource();
        using var ended = new ManualResetEventSlim();
        await using var server = new RawServer(request =>
        {
            if (request.Number >= 2)
            {
                asked.TrySetResult();
                ended.Wait(TimeSpan.FromSeconds(60));
            }

            return RawResponse.Of(200, "[]");
        });
        await using var verify = Start(Written(Document), server.Url);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();

        verify.Signal(signal);
        var (exit, output, _) = await verify.EndAsync();

        ended.Set();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        exit.ShouldBe(3);
        output.ShouldEndWith("Not tested: Not every request was sent: the run was interrupted.\n");
        // The first, and up to four at a time: those that were not sent are not counted.
        Reported().GetProperty("summary").GetProperty("requests").GetInt32().ShouldBeInRange(2, 5);
        Reported().GetProperty("rules").EnumerateArray()
            .ShouldContain(rule => rule.GetProperty("id").GetString() == "check/plain-request"
                && rule.GetProperty("outcome").GetString() == "passed");
    }

    [Fact]
    public async Task A_signal_ends_planning()
    {
        await using var verify = Start(ManyOperations(), new Uri("http://127.0.0.1:1"));
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();

        verify.Signal(PosixSignal.SIGTERM);
        var (exit, _, _) = await verify.EndAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        exit.ShouldBe(3);
    }

    /// <summary>A document whose planning takes longer than the tests wait.</summary>
    private string ManyOperations()
    {
        var document = new StringBuilder("openapi: 3.1.0\ninfo: { title: Notes, version: '1' }\npaths:\n");
        for (var number = 0; number < 1_000; number++)
        {
            document.Append($"  /notes{number}:\n    post:\n      operationId: create{number}\n      requestBody:\n        content:\n")
                .Append("          application/json:\n            schema: { $ref: '#/components/schemas/Note' }\n")
                .Append("      responses: { '201': { description: The note. } }\n");
        }

        document.Append("components:\n  schemas:\n    Note:\n      type: object\n      properties:\n");
        for (var number = 0; number < 40; number++)
        {
            document.Append($"        p{number}: {{ type: string, minLength: 2, maxLength: 9, pattern: '^[a-z]+$' }}\n");
        }

        return Written(document.ToString());
    }

    private string Written(string document)
    {
        var path = Path.Combine(_folder, "openapi.yaml");
        File.WriteAllText(path, document);
        return path;
    }

    private Task<(int Exit, string Output, string Error)> VerifyAsync(Uri url, params string[] options) =>
        VerifyAsync(Written(Document), url, options);

    private async Task<(int Exit, string Output, string Error)> VerifyAsync(string document, Uri url, params string[] options)
    {
        await using var verify = Start(document, url, options);
        return await verify.EndAsync();
    }

    private RunningCommand Start(string document, Uri url, params string[] options) =>
        RunningCommand.Start(["verify", "--spec", document, "--url", $"{url}", "--report", $"json={Report}", .. options]);

    private JsonElement Reported() => JsonDocument.Parse(File.ReadAllText(Report)).RootElement;

    private string? Verdict() => Reported().GetProperty("verdict").GetString();
}
