using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Recording;

/// <summary>Keeps exchanges as they may be reported: without tokens and secrets.</summary>
/// <param name="redactor">Of the document and of what was given for the run.</param>
internal sealed class Recorder(RunOptions options, Redactor redactor)
{
    private readonly List<RecordedCase> _exchanges = [];

    /// <summary>Of the document and of what was given for the run.</summary>
    public Redactor Redactor => redactor;

    public IReadOnlyList<RecordedCase> Exchanges
    {
        get
        {
            lock (_exchanges)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>Keeps the exchange, if the request was sent.</summary>
    public RecordedCase Add(ContractCase testCase, ResourceIds ids, SendResult result)
    {
        var request = Sent(testCase, ids);
        var (response, known) = result.Message is { } message ? Shown(message, testCase) : (null, redactor);
        var exchange = new RecordedCase(
            testCase.Id,
            testCase.Title,
            request,
            response,
            result.Fault == FaultKind.None ? null : redactor.Text(result.FaultText),
            Math.Round(result.Milliseconds, 3),
            CurlOf(request),
            null)
        {
            Redactor = known,
        };
        if (result.IsSent)
        {
            lock (_exchanges)
            {
                _exchanges.Add(exchange);
            }
        }

        return exchange;
    }

    /// <summary>The response to a case as it may be shown: of secrets, only what the run invented itself.</summary>
    public ResponseMessage Redacted(ResponseMessage response, ContractCase testCase) => Shown(response, testCase).Response;

    /// <summary>What the run found out, without secrets: the one way into a report.</summary>
    public IReadOnlyList<CheckResult> Redacted(IEnumerable<CheckResult> checks) => [.. checks.Select(check => check.Redacted(redactor))];

    /// <summary>A sentence of the run's own, without secrets.</summary>
    public string Redacted(string text) => redactor.Text(text);

    /// <summary>Also what removes the response's secrets from texts that quote it.</summary>
    private (ResponseMessage Response, Redactor Known) Shown(ResponseMessage response, ContractCase testCase)
    {
        var shown = redactor.Allowing(ShownMessage.TextOf(testCase.Body)).Response(response, testCase.Operation, out var known);
        return (shown, known);
    }

    /// <summary>The request as sent, but for tokens, whose placeholders stay, and for the values of further headers.</summary>
    private RequestMessage Sent(ContractCase testCase, ResourceIds ids)
    {
        var further = options.Headers.Select(header => KeyValuePair.Create(header.Key, Contract.Secrets.Redactor.Word));
        return new RequestMessage(
            testCase.Method,
            options.Url.AbsolutePath.TrimEnd('/') + Targets.Of(testCase, ids),
            HeaderFields.Of(testCase.Headers.Concat(further)),
            testCase.Body);
    }

    /// <summary>A body that is too long for a command line is read from a file.</summary>
    private string CurlOf(RequestMessage request)
    {
        var body = ShownMessage.TextOf(request.Body);
        var isWhole = body.Length <= ShownMessage.MaxBodyLength;
        var written = Encoding.UTF8.GetBytes(isWhole ? body : "@body");
        var command = CurlCommand.Of(new RequestMessage(request.Method, request.Target, request.Headers, written), options.Url);
        return isWhole
            ? command
            : command.Replace("--data-raw '@body'", "--data-binary @body", StringComparison.Ordinal)
                + $" # body: a file of {request.Body.Length} bytes, which begin {Shortened.To(body, 40)}";
    }
}
