using System.Text;
using System.Text.Json;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Tests.Stubs;

/// <summary>
/// A request pattern and a request, with Java WireMock's verdict. The files in <c>cases</c> hold expectations that WireMock 3.13.2
/// met.
/// </summary>
internal static class StubCase
{
    public static TheoryData<string, string> In(string file)
    {
        var cases = new TheoryData<string, string>();
        foreach (var stubCase in Read(file))
        {
            cases.Add(file, stubCase.GetProperty("case").GetString()!);
        }

        return cases;
    }

    public static JsonElement Find(string file, string name) =>
        Read(file).Single(stubCase => stubCase.GetProperty("case").GetString() == name);

    public static RequestPattern Pattern(JsonElement stubCase) => Pattern(stubCase.TryGetProperty("path", out var path)
        ? $$"""{"bodyPatterns":[{"matchesJsonPath":{{path.GetRawText()}}}]}"""
        : stubCase.GetProperty("request").GetRawText());

    public static RequestPattern Pattern(string json, TimeProvider? timeProvider = null) =>
        new StubReader(timeProvider ?? TimeProvider.System).ReadRequestPattern(Encoding.UTF8.GetBytes(json)) switch
        {
            StubReadResult.Request { Pattern: var pattern } => pattern,
            StubReadResult.Refused { Faults: var faults } => throw new InvalidOperationException(string.Join('\n', faults)),
            var other => throw new InvalidOperationException($"{other}"),
        };

    public static StubRequest Request(JsonElement stubCase)
    {
        var send = stubCase.TryGetProperty("send", out var line) ? line.GetString()! : "POST /";
        var body = stubCase.TryGetProperty("body", out var text) ? text.GetString()! : "";
        var headers = stubCase.TryGetProperty("headers", out var fields) ? Headers(fields) : [];
        return Request(send, body, [.. headers]);
    }

    public static StubRequest Request(string send, string body = "", params KeyValuePair<string, string>[] headers)
    {
        var host = headers.Any(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))
            ? headers
            : [new("Host", "127.0.0.1:8080"), .. headers];
        var parts = send.Split(' ', 2);
        return new StubRequest(new RequestMessage(parts[0], parts[1], HeaderFields.Of(host), Encoding.UTF8.GetBytes(body)), "127.0.0.1");
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonElement fields) => fields.EnumerateObject()
        .SelectMany(field => field.Value.ValueKind == JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(value => new KeyValuePair<string, string>(field.Name, value.GetString()!))
            : [new(field.Name, field.Value.GetString()!)]);

    private static IEnumerable<JsonElement> Read(string file) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stubs", "cases", $"{file}.json"))).EnumerateArray();
}
