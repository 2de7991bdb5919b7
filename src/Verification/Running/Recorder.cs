using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Keeps exchanges as reports show them: shortened, without tokens and secrets.</summary>
internal sealed class Recorder(RunOptions options, Credentials credentials, IReadOnlySet<string> secretNames)
{
    private const int LongestBody = 4 * 1024;
    private const string Redacted = "(redacted)";

    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_exchanges)
            {
                return [.. _exchanges];
            }
        }
    }

    public Exchange Add(ContractCase one, ResourceIds ids, Answer answer)
    {
        var target = Targets.Of(one, ids);
        var headers = one.Headers.Concat(options.Headers.Select(header => new KeyValuePair<string, string>(header.Key, Redacted))).ToList();
        var requestBody = one.Body is { } body ? Text(body) : "";
        var request = new RecordedMessage($"{one.Method} {options.Url.AbsolutePath.TrimEnd('/')}{target}", headers, Shortened(requestBody));
        var exchange = new Exchange(
            one.Id,
            one.Title,
            request,
            answer.Code == 0 ? null : Recorded(answer, requestBody),
            answer.Fault == FaultKind.None ? null : answer.FaultText,
            Math.Round(answer.Milliseconds, 3),
            CurlOf(one, target, headers, requestBody),
            null);
        lock (_exchanges)
        {
            _exchanges.Add(exchange);
        }

        return exchange;
    }

    /// <summary>An answer as it may be shown.</summary>
    public RecordedMessage Recorded(Answer answer, string requestBody)
    {
        var phrase = answer.ReasonPhrase.Length > 0 ? answer.ReasonPhrase : $"{(HttpStatusCode)answer.Code}";
        var headers = answer.Headers.Select(header => new KeyValuePair<string, string>(
            header.Key, header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? Redacted : credentials.Redact(header.Value))).ToList();
        var body = credentials.Redact(Text(WithoutSecrets(answer, requestBody)));
        return new RecordedMessage(string.Create(CultureInfo.InvariantCulture, $"{answer.Code} {phrase}"), headers, Shortened(body));
    }

    /// <summary>Values that the document calls secret, unless the request invented them.</summary>
    private ReadOnlyMemory<byte> WithoutSecrets(Answer answer, string requestBody)
    {
        if (secretNames.Count == 0 || !Json.TryParse(answer.Bytes, out var body) || body is null)
        {
            return answer.Bytes;
        }

        return Redact(body, requestBody) ? Planning.RequestWriter.Json(body) : answer.Bytes;
    }

    private bool Redact(JsonNode node, string requestBody)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (secretNames.Contains(name) && Json.Text(value) is { Length: > 0 } text && !requestBody.Contains(text, StringComparison.Ordinal))
                    {
                        members[name] = Redacted;
                        changed = true;
                    }
                    else if (value is not null)
                    {
                        changed |= Redact(value, requestBody);
                    }
                }

                break;
            case JsonArray elements:
                foreach (var element in elements.OfType<JsonNode>())
                {
                    changed |= Redact(element, requestBody);
                }

                break;
        }

        return changed;
    }

    private string CurlOf(ContractCase one, string target, List<KeyValuePair<string, string>> headers, string body)
    {
        var isWhole = body.Length <= LongestBody;
        var sample = new RequestMessage(
            one.Method,
            options.Url.AbsolutePath.TrimEnd('/') + target,
            HeaderFields.Of(headers),
            one.Body is null ? default : Encoding.UTF8.GetBytes(isWhole ? body : "@body"));
        var command = CurlCommand.Of(sample, options.Url);
        return isWhole
            ? command
            : command.Replace("--data-raw '@body'", "--data-binary @body", StringComparison.Ordinal)
                + $" # body: a file of {one.Body!.Value.Length} bytes, which begin {body[..40]}";
    }

    private static string Shortened(string text) => text.Length <= LongestBody ? text : $"{text[..Whole(text)]}… ({text.Length} characters)";

    private static int Whole(string text) => char.IsHighSurrogate(text[LongestBody - 1]) ? LongestBody - 1 : LongestBody;

    private static string Text(ReadOnlyMemory<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0)
            ? Encoding.UTF8.GetString(bytes.Span)
            : $"<{bytes.Length} bytes that are no text>";
}
