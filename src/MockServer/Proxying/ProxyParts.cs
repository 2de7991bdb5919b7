using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Proxying.Recording;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>What a mock forwards requests with. A mock that forwards none takes no time and memory for it.</summary>
internal sealed class ProxyParts : IAsyncDisposable
{
    private readonly ProxyOptions? _options;
    private readonly Lazy<Forwarder> _forwarder;
    private readonly ResponseRecorder? _recorder;
    private string _pseudonym = "";

    /// <param name="options">Null: requests are forwarded only by stubs and recordings, on loopback.</param>
    /// <param name="host">What the mock listens on.</param>
    /// <param name="port">The same; 0 is a free port.</param>
    /// <param name="heldBytes">The number of bytes of response bodies that are held at once.</param>
    /// <exception cref="ProxyRejectedException">The options cannot be used.</exception>
    public ProxyParts(ProxyOptions? options, string host, int port, long heldBytes, ILogger logger, TimeProvider clock)
    {
        if (options is not null && FaultOf(options.Url, host, port) is { } fault)
        {
            throw new ProxyRejectedException(fault);
        }

        _options = options;
        IsAllowed = options is not null || IsLoopback(host);
        var used = options ?? new ProxyOptions { Url = new Uri("http://localhost") };
        Limit = used.MaxResponseBytes;
        _forwarder = new(() => new Forwarder(used, new BodyBudget(heldBytes, clock), options is not null, clock)
        {
            Pseudonym = _pseudonym,
        });
        _recorder = options?.RecordFolder is { } folder ? StartRecorder(folder, logger) : null;
        Route = new ProxyRoute(options is null ? null : ForwardTarget.Of(options.Url) with { KeepsHost = options.KeepHost });
    }

    /// <summary>
    /// Whether stubs and recordings may forward requests: to forward for other machines is dangerous unless it was asked for.
    /// </summary>
    public bool IsAllowed { get; }

    /// <summary>The largest decoded body that is checked. Bytes.</summary>
    public int Limit { get; }

    public ProxyRoute Route { get; }

    public Forwarder Forwarder => _forwarder.Value;

    /// <summary>Lets the mock send a server's fields as they came; without a server it sends ASCII only, which is faster.</summary>
    public void Configure(IWebHostBuilder web)
    {
        if (_options is not null)
        {
            web.ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1);
        }
    }

    /// <summary>The mock listens, by which it knows its own requests again.</summary>
    public void Listening(Uri url)
    {
        var name = Encoding.UTF8.GetBytes($"{Dns.GetHostName()}:{url.Port}");
        _pseudonym = $"social-contract-{Convert.ToHexStringLower(SHA256.HashData(name))[..8]}";
    }

    /// <param name="contract">Responds in place of a server.</param>
    /// <param name="validation">Options of request validation.</param>
    public IResponseProducer Producer(IResponseProducer contract, RequestValidationOptions validation) => new ProxyProducer(
        Route, _forwarder, new ProxyJudge(validation, Limit), _recorder, contract, Limit, _options?.FailOnViolation == true);

    public async ValueTask DisposeAsync()
    {
        if (_recorder is not null)
        {
            await _recorder.DisposeAsync();
        }

        if (_forwarder.IsValueCreated)
        {
            _forwarder.Value.Dispose();
        }
    }

    /// <summary>What is wrong with a server's URL, in a sentence; null if it can be used.</summary>
    public static string? FaultOf(Uri url, string host, int port) =>
        !url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.Host.Length == 0
            ? "The server to forward to is named by an absolute URL of http or https."
        : url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0
            ? "The URL of the server to forward to has neither a user name, nor a query, nor a fragment."
        : port > 0 && url.Port == port && (url.IsLoopback || url.Host.Trim('[', ']') == host.Trim('[', ']'))
            ? $"The server to forward to is the mock itself, which listens on port {port}."
        : null;

    private static ResponseRecorder StartRecorder(string folder, ILogger logger)
    {
        try
        {
            return ResponseRecorder.Start(folder, logger);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ProxyRejectedException(
                $"Recordings cannot be written to '{folder}': {FolderFault.Of(folder, refused)}; name another folder.", refused);
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
