using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying.Recording;

/// <summary>A recorded exchange as a stub in Java WireMock's form. The same exchange has the same name, id and content.</summary>
/// <param name="Name"><c>post-api-v3-pets-1a2b3c4d</c>: the method, the path, and a hash of the request pattern.</param>
/// <param name="Request">The request pattern.</param>
/// <param name="Response">The response definition.</param>
/// <param name="File">The body for a file that the response names; null if the response has its body itself.</param>
internal sealed partial record RecordedStub(string Name, JsonObject Request, JsonObject Response, ReadOnlyMemory<byte>? File)
{
    /// <summary>A larger body is easier to read in a file. Bytes.</summary>
    private const int LargestInline = 16 * 1024;

    private const int LongestPath = 80;

    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true,
    };

    /// <summary>Fields of one connection or one moment, and those that the mock adds to every response.</summary>
    private static readonly HashSet<string> Left = new(
        [.. MockHeaders.All, "Content-Encoding", "Content-Length", "Date", "Preference-Applied"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the body's file below <c>__files</c>.</summary>
    public string FileName => (string)Response["bodyFileName"]!;

    /// <summary>A digest of the response: of the same request, another response has another.</summary>
    public string Digest => Hash([.. Encoding.UTF8.GetBytes(Response.ToJsonString()), .. File is { } file ? file.Span : default]);

    /// <param name="exchange">Without secrets, and its response's body without codings.</param>
    /// <param name="usesFiles">Whether binary and large bodies are files; otherwise they are in the stub.</param>
    public static RecordedStub Of(in Exchange exchange, bool usesFiles)
    {
        var request = RecordedRequest.Pattern(exchange.Request);
        var path = NotOfNames().Replace(exchange.Request.Path.ToLowerInvariant(), "-").Trim('-');
        path = path.Length > LongestPath ? path[..LongestPath] : path;
        var hash = Hash(Encoding.UTF8.GetBytes(request.ToJsonString()))[..8];
        var name = $"{exchange.Request.Method.ToLowerInvariant()}-{(path.Length == 0 ? "" : $"{path}-")}{hash}";
        var message = exchange.Response!;
        var response = new JsonObject { ["status"] = message.Status };
        if (HeadersOf(message) is { Count: > 0 } headers)
        {
            response["headers"] = headers;
        }

        return new RecordedStub(name, request, response, Put(response, message, name, usesFiles));
    }

    /// <summary>The stub's JSON.</summary>
    /// <param name="step">The number of the response among those to the same request, from 1.</param>
    /// <param name="isLast">Whether all further requests get it.</param>
    public JsonObject ToJson(int step, bool isLast)
    {
        var name = step == 1 ? Name : $"{Name}-{step}";
        var stub = new JsonObject { ["id"] = IdOf(name).ToString(), ["name"] = name };
        if (step > 1 || !isLast)
        {
            stub["scenarioName"] = Name;
            stub["requiredScenarioState"] = step == 1 ? "Started" : StateOf(step);
            if (!isLast)
            {
                stub["newScenarioState"] = StateOf(step + 1);
            }
        }

        stub["request"] = Request.DeepClone();
        stub["response"] = Response.DeepClone();
        return stub;
    }

    /// <summary>The stubs of a series of exchanges, in which those with the same request become the steps of a scenario.</summary>
    /// <param name="repeats">Whether they do so; otherwise the first is taken.</param>
    public static IEnumerable<JsonObject> Stubs(IEnumerable<RecordedStub> recorded, bool repeats) =>
        recorded.GroupBy(stub => stub.Name, StringComparer.Ordinal).SelectMany(same =>
        {
            var steps = same.ToList();
            return !repeats || steps.TrueForAll(step => step.Digest == steps[0].Digest)
                ? [steps[0].ToJson(1, isLast: true)]
                : steps.Select((step, index) => step.ToJson(index + 1, index == steps.Count - 1));
        });

    public static string Text(JsonObject stub) => stub.ToJsonString(Indented) + "\n";

    private static string StateOf(int step) => $"response {step}";

    private static JsonObject HeadersOf(ResponseMessage message)
    {
        var headers = new JsonObject();
        foreach (var same in HopByHop.Without(message.Headers).Where(line => !Left.Contains(line.Key))
            .GroupBy(line => line.Key, line => line.Value, StringComparer.OrdinalIgnoreCase))
        {
            headers[same.Key] = same.Count() == 1 ? same.First() : new JsonArray([.. same.Select(value => JsonValue.Create(value))]);
        }

        return headers;
    }

    /// <summary>Puts the body into the response.</summary>
    /// <returns>The content of the file that the response names; null if it names none.</returns>
    private static ReadOnlyMemory<byte>? Put(JsonObject response, ResponseMessage message, string name, bool usesFiles)
    {
        var body = message.Body;
        if (body.IsEmpty)
        {
            return null;
        }

        var isText = Utf8.IsValid(body.Span);
        if (usesFiles && (!isText || body.Length > LargestInline))
        {
            response["bodyFileName"] = $"{name}.{ExtensionOf(message, isText)}";
            return body;
        }

        response[isText ? "body" : "base64Body"] = isText ? Encoding.UTF8.GetString(body.Span) : Convert.ToBase64String(body.Span);
        return null;
    }

    private static string ExtensionOf(ResponseMessage message, bool isText)
    {
        var type = (message.Headers["Content-Type"] ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var ending = type[(type.LastIndexOfAny(['/', '+']) + 1)..];
        return ending is "json" or "xml" or "html" or "css" or "csv" or "png" or "jpeg" or "gif" or "webp" or "pdf" or "zip" ? ending
            : isText ? "txt" : "bin";
    }

    private static Guid IdOf(string name)
    {
        // A UUID of version 8 (RFC 9562, section 5.8).
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex NotOfNames();
}
