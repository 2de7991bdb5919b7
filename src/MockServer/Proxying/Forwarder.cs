using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Proxying;

/// <summary>
/// Forwards requests and receives responses, both unchanged except for the fields of the connection: redirects are not followed, cookies
/// not kept, bodies not decoded. Thread-safe.
/// </summary>
internal sealed class Forwarder : IDisposable
{
    /// <summary>DNS entries change.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Shorter than servers keep idle connections (Node.js 5 s, Puma 20 s).</summary>
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(4);

    private readonly HttpMessageInvoker _client;
    private readonly ResponseReceiver _receiver;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    /// <param name="options">Whose limits apply.</param>
    /// <param name="budget">Bounds the bodies that are held at once.</param>
    /// <param name="sendsLatin1">Whether the mock can send fields with other characters than ASCII.</param>
    public Forwarder(ProxyOptions options, BodyBudget budget, bool sendsLatin1, TimeProvider clock)
    {
        (_timeout, _clock) = (options.Timeout, clock);
        _receiver = new ResponseReceiver(options.MaxResponseBytes, options.Timeout, budget, sendsLatin1, clock);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Timeout,
            PooledConnectionIdleTimeout = IdleLimit,
            PooledConnectionLifetime = ConnectionLifetime,
            // Kestrel reads a request's fields as UTF-8.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            UseCookies = false,
        });
    }

    /// <summary>The mock's name in <c>Via</c> (RFC 9110, section 7.6.3), once it listens.</summary>
    public string Pseudonym { get; set; } = "social-contract";

    /// <param name="cancellationToken">Of the client's connection.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The receiver disposes the response, or hands it on.")]
    public async Task<ForwardResult> SendAsync(RequestMessage request, ForwardTarget target, CancellationToken cancellationToken)
    {
        if (request.Headers["Via"]?.Contains(Pseudonym, StringComparison.Ordinal) == true)
        {
            return new ForwardResult.Loop();
        }

        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(RequestOf(request, target), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ForwardResult.Down($"no response within {_timeout.TotalSeconds:0.###} s", IsTimeout: true);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Here only the HTTP library works, on what the server sends.
            return new ForwardResult.Down(ReasonOf(fault), IsTimeout: false);
        }

        return await _receiver.ReceiveAsync(response, request.Method == "HEAD", cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage RequestOf(RequestMessage request, ForwardTarget target)
    {
        var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), target.UrlOf(request))
        {
            Version = HttpVersion.Version11,
            Content = request.Headers.Contains("Content-Length") || request.Headers.Contains("Transfer-Encoding")
                ? new ReadOnlyMemoryContent(request.Body)
                : null,
        };
        foreach (var (name, value) in HopByHop.Without(request.Headers))
        {
            if (!IsOwn(name) && !target.RemovedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Add(forwarded, name, value);
            }
        }

        if (target.KeepsHost)
        {
            forwarded.Headers.Host = request.Headers["Host"];
        }

        foreach (var (name, value) in target.AddedHeaders)
        {
            forwarded.Headers.Remove(name);
            forwarded.Content?.Headers.Remove(name);
            Add(forwarded, name, value);
        }

        forwarded.Headers.TryAddWithoutValidation("Via", $"1.1 {Pseudonym}");
        return forwarded;
    }

    /// <summary>The body is whole already, so that its length is known and nothing is expected before it.</summary>
    private static bool IsOwn(string name) => name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Expect", StringComparison.OrdinalIgnoreCase);

    private static void Add(HttpRequestMessage forwarded, string name, string value)
    {
        if (!forwarded.Headers.TryAddWithoutValidation(name, value))
        {
            // A content field without a body, which front ends often send with GET.
            forwarded.Content ??= new ByteArrayContent([]);
            forwarded.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string ReasonOf(Exception fault) => fault switch
    {
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "the connection is refused",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no such host",
            SocketError.TimedOut => "the connection timed out",
            _ => socket.Message,
        },
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the response is not HTTP",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the response's fields are too long",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"there is no secure connection: {fault.GetBaseException().Message.TrimEnd('.')}",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { InnerException: IOException } =>
            "the connection was closed before a response",
        _ => fault.GetBaseException().Message.TrimEnd('.'),
    };
}
