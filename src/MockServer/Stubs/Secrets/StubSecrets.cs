using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Stubs.Secrets;

/// <summary>
/// Removes secrets from stubs that are shown beside requests: the values of patterns and responses whose names are those of secrets, and
/// the secrets of the exchange wherever the stub repeats them. In doubt a value is removed. Thread-safe.
/// </summary>
internal sealed class StubSecrets
{
    private const int MaxDepth = 1_000;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Maps = new(StringComparer.OrdinalIgnoreCase)
    {
        "headers", "queryParameters", "formParameters", "pathParameters",
    };

    private static readonly HashSet<string> Credentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "cookies", "basicAuth", "basicAuthCredentials",
    };

    private static readonly HashSet<string> Urls = new(StringComparer.OrdinalIgnoreCase)
    {
        "url", "urlPath", "urlPattern", "urlPathPattern", "urlPathTemplate", "path", "proxyBaseUrl", "proxyUrl",
    };

    private static readonly HashSet<string> Contents = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "bodyPatterns", "multipartPatterns", "jsonBody", "bodyAsJson", "metadata", "data", "transformerParameters",
        "customMatcher", "serveEventListeners", "postServeActions", "webhook", "webhooks",
    };

    private readonly IReadOnlyList<Redactor> _redactors;
    private readonly SecretValues _secrets;

    /// <param name="redactors">Know the secrets of the exchange.</param>
    public StubSecrets(params IReadOnlyList<Redactor> redactors)
        : this(redactors, null)
    {
    }

    private StubSecrets(IReadOnlyList<Redactor> redactors, List<string>? hidden) =>
        (_redactors, _secrets) = (redactors, new SecretValues(redactors, hidden));

    /// <summary>Writes a stub in JSON as it was posted, without the secrets.</summary>
    /// <param name="write">Writes the stub with them.</param>
    public void Write(Action<Utf8JsonWriter> write, Utf8JsonWriter json)
    {
        var posted = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(posted, Readable))
        {
            write(writer);
        }

        using var document = JsonDocument.Parse(posted.WrittenMemory, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var hidden = new List<string>();
        using (var unused = new Utf8JsonWriter(Stream.Null))
        {
            new StubSecrets(_redactors, hidden).WriteMembers(document.RootElement, unused);
        }

        // A response may repeat what a pattern asks for.
        var secrets = hidden.SelectMany(CredentialParts.Of).ToList();
        new StubSecrets([.. _redactors.Select(redactor => redactor.Knowing(secrets))]).WriteMembers(document.RootElement, json);
    }

    /// <summary>A text outside requests and responses.</summary>
    public string Text(string text) => _secrets.Text(text);

    /// <summary>A text of the stub's content: JSON without its secrets; of another text nothing, if it names a secret.</summary>
    private string Content(string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
                var shown = new ArrayBufferWriter<byte>();
                using (var json = new Utf8JsonWriter(shown, Readable))
                {
                    WriteContent(parsed.RootElement, json);
                }

                var written = _secrets.Text(Encoding.UTF8.GetString(shown.WrittenSpan));
                return written.Contains(Redactor.Word, StringComparison.Ordinal) ? written : text;
            }
            catch (JsonException)
            {
                // A text that only begins as JSON does, such as a template.
            }
        }

        return _secrets.AreNamedIn(text) ? Redactor.Word : _secrets.Text(text);
    }

    /// <summary>What a stub expects of a part of requests, as near misses have it.</summary>
    public string Expected(string path, string expected)
    {
        var (part, name) = path.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot
            ? (path[..dot], path[(dot + 1)..])
            : (path, "");
        if (Urls.Contains(part))
        {
            return _secrets.Target(expected);
        }

        var end = expected.IndexOf(' ', StringComparison.Ordinal) + 1;
        var (kind, value) = (expected[..end], expected[end..]);
        return Credentials.Contains(part) || (name.Length > 0 && _secrets.IsParameter(name)) ? $"{kind}{Redactor.Word}"
            : part.Contains('[', StringComparison.Ordinal) ? $"{kind}{Content(value)}"
            : _secrets.Text(expected);
    }

    private void WriteMembers(JsonElement value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            json.WritePropertyName(member.Name);
            WriteMember(member, json);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the value of a member that the form of stubs names.</summary>
    private void WriteMember(JsonProperty member, Utf8JsonWriter json)
    {
        var (name, value) = (member.Name, member.Value);
        if (Credentials.Contains(name) || (name == "base64Body" && IsSecretBase64(value)))
        {
            _secrets.Hide(value, json);
        }
        else if (Contents.Contains(name))
        {
            WriteContent(value, json);
        }
        else if (Urls.Contains(name) && value.ValueKind == JsonValueKind.String)
        {
            json.WriteStringValue(_secrets.Target(value.GetString()!));
        }
        else if (Maps.Contains(name) && value.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject();
            foreach (var entry in value.EnumerateObject())
            {
                json.WritePropertyName(entry.Name);
                WriteUnlessSecret(entry, _secrets.IsParameter(entry.Name), json);
            }

            json.WriteEndObject();
        }
        else
        {
            WritePart(value, json);
        }
    }

    private bool IsSecretBase64(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes)
        && Encoding.UTF8.GetString(bytes) is var text && Content(text) != text;

    /// <summary>Writes a part of a stub that has members of the form of stubs.</summary>
    private void WritePart(JsonElement value, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when _secrets.IsNamed(value):
                _secrets.Hide(value, json, keepsName: true);
                break;
            case JsonValueKind.Object:
                WriteMembers(value, json);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    WritePart(element, json);
                }

                json.WriteEndArray();
                break;
            default:
                SecretValues.WriteScalar(value, json, _secrets.Text);
                break;
        }
    }

    /// <summary>Writes data whose names a client or the document chose.</summary>
    private void WriteContent(JsonElement value, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when _secrets.IsNamed(value):
                _secrets.Hide(value, json, keepsName: true);
                break;
            case JsonValueKind.Object when value.TryGetProperty("expression", out var path) && _secrets.AreNamedIn(path.ToString()):
                _secrets.Hide(value, json);
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    WriteUnlessSecret(member, _secrets.IsMember(member.Name), json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    WriteContent(element, json);
                }

                json.WriteEndArray();
                break;
            default:
                SecretValues.WriteScalar(value, json, Content);
                break;
        }
    }

    private void WriteUnlessSecret(JsonProperty member, bool isSecret, Utf8JsonWriter json)
    {
        if (isSecret)
        {
            _secrets.Hide(member.Value, json);
        }
        else
        {
            WriteContent(member.Value, json);
        }
    }
}
