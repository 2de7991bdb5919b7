using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Tests.Secrets;

/// <summary>Every output of a mock, for a secret in every form.</summary>
public sealed class MockOutputsTests : IAsyncLifetime
{
    private readonly TemporaryDocument _document = new(SecretRequest.Document);
    private readonly MemoryStream _text = new();
    private readonly MemoryStream _json = new();
    private readonly RecordedExchanges _exchanges = new();
    private readonly RecordedLog _log = new();
    private StreamLog _textLog = null!;
    private StreamLog _jsonLog = null!;
    private LoggerFactory _loggers = null!;
    private MockHost _mock = null!;
    private HttpClient _client = null!;

    public static TheoryData<string> Forms => [.. SecretRequest.All.Select(request => request.Form)];

    public async ValueTask InitializeAsync()
    {
        _textLog = new StreamLog(_text, LogFormat.Text, colour: false, TimeProvider.System);
        _jsonLog = new StreamLog(_json, LogFormat.Json, colour: false, TimeProvider.System);
        _loggers = new LoggerFactory([_textLog, _jsonLog, new FixedProvider(_log)]);
        _mock = await MockHost.StartAsync(
            new MockOptions { Document = _document.Path, Port = 0, LoggerFactory = _loggers, Sinks = [_exchanges], Reload = false },
            Http.Cancelled);
        _client = new HttpClient { BaseAddress = _mock.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mock.DisposeAsync();
        _loggers.Dispose();
        await _textLog.DisposeAsync();
        await _jsonLog.DisposeAsync();
        _document.Dispose();
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_secret_is_in_no_output(string form)
    {
        var sent = SecretRequest.All.Single(request => request.Form == form);

        using var response = await _client.Exchange(sent.ToMessage(_mock.Url));
        var body = await response.Text();
        var exchange = (await _exchanges.Next()).Shown;
        var entry = _mock.Requests.ShouldHaveSingleItem();
        var journal = await _client.GetStringAsync("/__admin/requests", Http.Cancelled);
        var unmatched = await _client.GetStringAsync("/__admin/requests/unmatched", Http.Cancelled);
        await _mock.DisposeAsync();
        await _textLog.DisposeAsync();
        await _jsonLog.DisposeAsync();

        ((int)response.StatusCode).ShouldNotBe((int)HttpStatusCode.InternalServerError);
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["the problem's body"] = body,
            ["the response's headers"] = response.Headers.ToString(),
            ["the log for people"] = Encoding.UTF8.GetString(_text.ToArray()),
            ["the log for programs"] = Encoding.UTF8.GetString(_json.ToArray()),
            ["another logger"] = string.Join('\n', _log.Texts),
            ["the target of a stored exchange"] = exchange.Request.Target,
            ["the headers of a stored exchange"] = Text(exchange.Request.Headers),
            ["the body of a stored exchange"] = Encoding.UTF8.GetString(exchange.Request.Body.Span),
            ["the stored response"] = Text(exchange.Response!.Headers) + Encoding.UTF8.GetString(exchange.Response.Body.Span),
            ["the journal at /__admin"] = journal,
            ["the bodies of the journal"] = Bodies(journal),
            ["the unmatched requests of the journal"] = unmatched + Bodies(unmatched),
            ["the nearest operations of a journal's entry"] = string.Join('\n', entry.Nearest),
            ["the violations of a stored exchange"] = string.Join('\n', exchange.RequestViolations.Select(violation => violation.Message)),
        };
        foreach (var (output, text) in outputs)
        {
            Plain(text).ShouldNotContain(SecretRequest.Value, Case.Insensitive, $"{output}: {text}");
        }

        outputs["the log for people"].ShouldContain(sent.Method);
    }

    [Fact]
    public async Task What_is_not_secret_is_shown()
    {
        using var response = await _client.Exchange(new HttpRequestMessage(
            HttpMethod.Get, $"/search?page={SecretRequest.Value}&filter[page]=2&code=3"));

        var shown = (await _exchanges.Next()).Shown;
        shown.Request.Target.ShouldBe($"/search?page={SecretRequest.Value}&filter[page]=2&code=(redacted)");
        (await response.Text()).ShouldContain(SecretRequest.Value);
    }

    /// <summary>What the base64 of a journal's bodies says.</summary>
    private static string Bodies(string journal) => string.Join(
        '\n',
        System.Text.RegularExpressions.Regex.Matches(journal, "\"bodyAsBase64\":\"([^\"]*)\"")
            .Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value.Replace("\\u002B", "+")))));

    private static string Text(HeaderFields headers) => string.Join('\n', headers.Select(line => $"{line.Key}: {line.Value}"));

    /// <summary>The text without the encodings that a reader of it undoes.</summary>
    private static string Plain(string text) =>
        Uri.UnescapeDataString(System.Text.RegularExpressions.Regex.Replace(
            text, @"\\u([0-9a-fA-F]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()));

    private sealed class FixedProvider(ILogger logger) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => logger;

        public void Dispose()
        {
        }
    }
}
