using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Recording;

/// <summary>Keeps exchanges as reports show them: shortened, without tokens and secrets.</summary>
internal sealed class Recorder(RunOptions options, Credentials credentials, IReadOnlySet<string> secretNames)
{
    private const int BodyLimit = 4 * 1024;

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

    public Exchange Add(ContractCase testCase, ResourceIds ids, Answer answer)
    {
        var target = Targets.Of(testCase, ids);
        var further = options.Headers.Select(header => KeyValuePair.Create(header.Key, Redactor.Word));
        List<KeyValuePair<string, string>> headers = [.. testCase.Headers, .. further];
        var requestBody = Text(testCase.Body);
        var request = new RecordedMessage(
            $"{testCase.Method} {options.Url.AbsolutePath.TrimEnd('/')}{target}", headers, Shortened(requestBody));
        var exchange = new Exchange(
            testCase.Id,
            testCase.Title,
            request,
            answer.Code == 0 ? null : Recorded(answer, requestBody),
            answer.Fault == FaultKind.None ? null : answer.FaultText,
            Math.Round(answer.Milliseconds, 3),
            CurlOf(testCase, target, headers, requestBody),
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
        var phrase = answer.Message?.Reason is { Length: > 0 } reason ? reason : $"{(HttpStatusCode)answer.Code}";
        var headers = answer.Message!.Headers.Select(header => new KeyValuePair<string, string>(
            header.Key, header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)
                ? Redactor.Word : credentials.Redact(header.Value))).ToList();
        var body = credentials.Redact(Text(WithoutSecrets(answer, requestBody)));
        return new RecordedMessage(string.Create(CultureInfo.InvariantCulture, $"{answer.Code} {phrase}"), headers, Shortened(body));
    }

    /// <summary>Values that the document calls secret, unless the request invented them.</summary>
    private ReadOnlyMemory<byte> WithoutSecrets(Answer answer, string requestBody)
    {
        if (secretNames.Count == 0 || !Json.TryParse(answer.Body, out var body) || body is null)
        {
            return answer.Body;
        }

        return Redact(body, requestBody) ? RequestWriter.Json(body) : answer.Body;
    }

    private bool Redact(JsonNode node, string requestBody)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (secretNames.Contains(name) && Json.Text(value) is { Length: > 0 } text
                        && !requestBody.Contains(text, StringComparison.Ordinal))
                    {
                        members[name] = Redactor.Word;
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

    private string CurlOf(ContractCase testCase, string target, List<KeyValuePair<string, string>> headers, string body)
    {
        var isWhole = body.Length <= BodyLimit;
        var sample = new RequestMessage(
            testCase.Method,
            options.Url.AbsolutePath.TrimEnd('/') + target,
            HeaderFields.Of(headers),
            Encoding.UTF8.GetBytes(isWhole ? body : "@body"));
        var command = CurlCommand.Of(sample, options.Url);
        return isWhole
            ? command
            : command.Replace("--data-raw '@body'", "--data-binary @body", StringComparison.Ordinal)
                + $" # body: a file of {testCase.Body.Length} bytes, which begin {body[..40]}";
    }

    private static string Shortened(string text) => text.Length <= BodyLimit ? text : $"{text[..Whole(text)]}… ({text.Length} characters)";

    private static int Whole(string text) => char.IsHighSurrogate(text[BodyLimit - 1]) ? BodyLimit - 1 : BodyLimit;

    private static string Text(ReadOnlyMemory<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0)
            ? Encoding.UTF8.GetString(bytes.Span)
            : $"<{bytes.Length} bytes that are not text>";
}
