using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Sending;

/// <summary>
/// Sends requests over kept-alive connections: redirects are not followed, responses are read up to a limit, each request has a time limit.
/// </summary>
internal sealed class Transport : IDisposable
{
    /// <summary>Why requests have no response after the run's time limit.</summary>
    public const string TimeIsOver = "the run's time is over";

    private const string AcceptEncoding = "Accept-Encoding";

    private const int AttemptLimit = 8;

    /// <summary>
    /// Shorter than servers keep idle connections (Node.js 5 s, Puma 20 s), so that none is closed while a request is sent after a pause.
    /// </summary>
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(2);

    private readonly RunOptions _options;
    private readonly Credentials _credentials;
    private readonly HttpClient _client;
    private readonly string _base;
    private readonly RetryAfterGate _gate;
    private readonly TimeProvider _time;

    /// <param name="handler">Sends the requests; null: over sockets.</param>
    public Transport(RunOptions options, Credentials credentials, HttpMessageHandler? handler = null)
    {
        (_options, _credentials, _time) = (options, credentials, options.TimeProvider);
        _gate = new RetryAfterGate(options.MaxWait, _time);
        _base = options.Url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _client = new HttpClient(handler ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = options.Timeout,
            MaxConnectionsPerServer = Math.Max(options.Concurrency, 1),
            PooledConnectionIdleTimeout = IdleLimit,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends the case; after a 429 or 503 with Retry-After, sends it again while there is time.</summary>
    /// <param name="ids">What the target's placeholders stand for.</param>
    public async Task<SendResult> SendAsync(ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await _gate.WaitAsync(cancellationToken))
            {
                return SendResult.NotSent(FaultKind.TimeOver, TimeIsOver);
            }

            var result = await SendOnceAsync(testCase, ids, cancellationToken);
            var isBusy = result.IsThrottled || result.Code == 503;
            if (attempt == AttemptLimit || !isBusy || WaitOf(result) is not { } wait || !_gate.Extend(wait))
            {
                return result;
            }
        }
    }

    /// <summary>A request of the kit's own, e.g. for a provider state.</summary>
    public async Task<SendResult> PostAsync(Uri url, byte[] json, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
        return await ExchangeAsync(request, cancellationToken);
    }

    public async Task<SendResult> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await ExchangeAsync(request, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task<SendResult> SendOnceAsync(ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        var target = _credentials.FillTarget(Targets.Of(testCase, ids));
        var url = new Uri(_base + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(testCase.Method), url) { Version = HttpVersion.Version11 };
        if (testCase.Body is { IsEmpty: false } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
        }
        else if (testCase.Method is "POST" or "PUT" or "PATCH")
        {
            // Content-Length: 0, as HTTP asks of a request whose method expects a body.
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in testCase.Headers.Concat(_options.Headers))
        {
            var filled = _credentials.Fill(value);
            if (!request.Headers.TryAddWithoutValidation(name, filled))
            {
                // The headers that HTTP's library counts among those of the content are sent without a body, too.
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, filled);
            }
        }

        return await ExchangeAsync(request, cancellationToken, IsCoded(testCase));
    }

    /// <summary>Whether the case itself has, or leaves out, the header by which codings of the response are asked for.</summary>
    private static bool IsCoded(ContractCase testCase) => testCase.Operation.Parameters.Any(
        parameter => parameter.In == ParameterLocation.Header
            && parameter.Name.Equals(AcceptEncoding, StringComparison.OrdinalIgnoreCase));

    /// <param name="isCoded">Whether the request has the header Accept-Encoding that it should have, perhaps none.</param>
    private async Task<SendResult> ExchangeAsync(
        HttpRequestMessage request, CancellationToken cancellationToken, bool isCoded = false)
    {
        var started = _time.GetTimestamp();
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            if (!isCoded)
            {
                request.Headers.TryAddWithoutValidation(AcceptEncoding, ContentCodings.Accepted);
            }

            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            // After 101 the connection belongs to another protocol.
            var (bytes, fault) = ContentCodings.Decode(
                response.StatusCode == HttpStatusCode.SwitchingProtocols ? [] : await ReadAsync(response.Content, limit.Token),
                HeadersOf(response)["Content-Encoding"], _options.MaxResponseBytes);
            if (fault is not null)
            {
                return Failed(FaultKind.Closed, fault);
            }

            var isWhole = bytes.Length <= _options.MaxResponseBytes;
            return new SendResult
            {
                Message = new ResponseMessage((int)response.StatusCode, HeadersOf(response), bytes) { Reason = response.ReasonPhrase },
                Fault = isWhole ? FaultKind.None : FaultKind.Endless,
                FaultText = isWhole ? "" : $"the response did not end within {_options.MaxResponseBytes} bytes",
                Milliseconds = Since(started),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(FaultKind.TimeOver, TimeIsOver);
        }
        catch (OperationCanceledException)
        {
            return Failed(FaultKind.TimedOut, $"no complete response within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError switch
            {
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
                        Failed(FaultKind.Unreachable, Reason(fault)),
                HttpRequestError.InvalidResponse => Failed(FaultKind.Closed, $"the response is not HTTP: {Innermost(fault)}"),
                HttpRequestError.ConfigurationLimitExceeded => Failed(FaultKind.Endless, "the response's headers are longer than 64 KiB"),
                _ => Failed(FaultKind.Closed, "the connection was closed before the response was complete"),
            };
        }
        catch (IOException)
        {
            return Failed(FaultKind.Closed, "the connection was closed before the response was complete");
        }
        catch (Exception fault)
        {
            // Here only the HTTP library works, on what the server sends.
            return Failed(FaultKind.Closed, $"the response cannot be read: {Innermost(fault)}");
        }

        SendResult Failed(FaultKind kind, string text) => new() { Fault = kind, FaultText = text, Milliseconds = Since(started) };
    }

    private static HeaderFields HeadersOf(HttpResponseMessage response) => HeaderFields.Of(
        from header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
        from value in header.Value
        select KeyValuePair.Create(header.Key, value));

    /// <summary>The body as it was sent; of one that is too long, a little more than the limit.</summary>
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > _options.MaxResponseBytes)
                {
                    break;
                }
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? WaitOf(SendResult result)
    {
        var value = result.Header("Retry-After");
        return RetryConditionHeaderValue.TryParse(value, out var parsed)
            ? parsed.Delta ?? (parsed.Date - _time.GetUtcNow() is { } until && until > TimeSpan.Zero ? until : TimeSpan.Zero)
            : null;
    }

    /// <summary>Why there is no connection, in a clause.</summary>
    internal static string Reason(HttpRequestException fault) => fault.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "the connection is refused",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no such host",
            SocketError.TimedOut => "the connection timed out",
            _ => socket.Message,
        },
        _ => Innermost(fault),
    };

    private static string Innermost(Exception fault) => fault.GetBaseException().Message;

    private double Since(long started) => _time.GetElapsedTime(started).TotalMilliseconds;
}
