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

    /// <summary>Also removes the secrets of the responses so far: the server may repeat them, and the run sends ids back.</summary>
    private Redactor _known = redactor;

    /// <summary>Of the document and of what was given for the run.</summary>
    public Redactor Redactor { get; } = redactor;

    /// <summary>What was sent, in order, also without the secrets of later responses.</summary>
    public IReadOnlyList<RecordedCase> Exchanges
    {
        get
        {
            lock (_exchanges)
            {
                return [.. _exchanges.Select(exchange => exchange.Redacted(_known))];
            }
        }
    }

    /// <summary>Keeps the exchange, if the request was sent.</summary>
    public RecordedCase Add(ContractCase testCase, ResourceIds ids, SendResult result)
    {
        IReadOnlyList<string> secrets = [];
        var response = result.Message is { } message ? Shown(message, testCase, out secrets) : null;
        var known = _known.Knowing(secrets);
        var request = Sent(result.Redirection is { } followed ? testCase.To(followed.Target) : testCase, ids, known);
        var exchange = new RecordedCase(
            testCase.Id,
            testCase.Title,
            request,
            response,
            result.Fault == FaultKind.None ? null : known.Text(result.FaultText),
            Math.Round(result.Milliseconds, 3),
            CurlOf(request),
            null)
        {
            Redactor = known,
        };
        lock (_exchanges)
        {
            _known = _known.Remembering(secrets.Where(secret => !IsInvented(secret)));
            if (result.IsSent)
            {
                _exchanges.Add(exchange);
            }
        }

        return exchange;
    }

    /// <summary>The response to a case as reports show it: without secrets, except for values that the run invented itself.</summary>
    public ResponseMessage Redacted(ResponseMessage response, ContractCase testCase) => Shown(response, testCase, out _);

    /// <summary>What the run found out, without secrets: the one way into a report.</summary>
    public IReadOnlyList<CheckResult> Redacted(IEnumerable<CheckResult> checks) => [.. checks.Select(check => check.Redacted(_known))];

    /// <summary>A sentence of the run's own, without secrets.</summary>
    public string Redacted(string text) => _known.Text(text);

    /// <param name="secrets">The values of the response that are not shown.</param>
    private ResponseMessage Shown(ResponseMessage response, ContractCase testCase, out IReadOnlyList<string> secrets) =>
        _known.Allowing(ShownMessage.TextOf(testCase.Body)).Response(response, testCase.Operation, out secrets);

    /// <summary>Whether a request of the run had the value in its body, so that responses may show it.</summary>
    private bool IsInvented(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return _exchanges.Exists(exchange => exchange.Request.Body.Span.IndexOf(bytes) >= 0);
    }

    /// <summary>
    /// The request as sent, but for tokens, whose placeholders stay, for the values of further headers, and for secrets in what the server
    /// gave.
    /// </summary>
    private RequestMessage Sent(ContractCase testCase, ResourceIds ids, Redactor known)
    {
        var further = options.Headers.Select(header => KeyValuePair.Create(header.Key, Contract.Secrets.Redactor.Word));
        var target = testCase.IsTargetGiven
            ? known.Target(testCase.Method, testCase.Target)
            : Targets.Of(testCase, ids, known.Text);
        return new RequestMessage(
            testCase.Method,
            options.Url.AbsolutePath.TrimEnd('/') + target,
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
