using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Validation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// A request with everything that is needed to respond to it. Responses that reflect the request read its values here. Pooled.
/// </summary>
internal sealed class MockRequest : ResponseContext
{
    /// <summary>The size in bytes up to which buffers are pooled.</summary>
    private const int MaxPooledBytes = 1024 * 1024;

    /// <summary>Shared by all threads, since a request often ends on another thread than it began on.</summary>
    private static readonly MockRequest?[] Pool = new MockRequest?[32];

    private string? _path;
    private RouteMatch? _route;
    private RequestVerdict? _verdict;
    private Redactor? _redactor;
    private IReadOnlyList<Violation>? _violations;
    private ulong _seed;

    private MockRequest()
    {
    }

    /// <summary>As received, with the complete body.</summary>
    public RequestMessage Message { get; private set; } = null!;

    /// <summary>The address of the client; null if it is not known.</summary>
    public IPAddress? ClientAddress { get; set; }

    /// <summary>The document that was served when the request arrived; a later reload does not change it.</summary>
    public ServedContract Contract { get; private set; } = null!;

    /// <summary>The buffer for the response's body, in use until <see cref="Return"/>.</summary>
    public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

    /// <summary>The origin whose pages may read the response; null if no origin is to be allowed.</summary>
    public string? AllowedOrigin { get; private set; }

    /// <summary>The request's connection, once it is known.</summary>
    public HttpContext? Connection { get; set; }

    /// <summary>The turn of a large body, which a producer gives back while it waits for another server; null if it has none.</summary>
    public SemaphoreSlim? Turn { get; set; }

    /// <summary>The router's result.</summary>
    public ref readonly RouteMatch Route
    {
        get
        {
            _route ??= Contract.Router.Match(Message.Method, Path);
            return ref Nullable.GetValueRefOrDefaultRef(in _route);
        }
    }

    /// <summary>The operation if the request was routed already; else null.</summary>
    public Operation? KnownOperation => _route?.Operation;

    public override string Method => Message.Method;

    public override string Url => Message.Url;

    public override string Path => _path ??= Message.Path;

    public override ulong Seed => _seed;

    /// <summary>The rules that the request breaks, without its secrets.</summary>
    public override IReadOnlyList<Violation> Violations =>
        _violations ??= _verdict is null or { IsValid: true } ? [] : [.. _verdict.Violations.Select(Redactor.Violation)];

    /// <summary>Removes the secrets of the document and of this request. For refusals: the first use reads the whole request.</summary>
    public Redactor Redactor => _redactor ??= Contract.Redactor.Knowing(Message);

    /// <summary>The path without its secrets.</summary>
    public string ShownPath => Redactor.Target(Method, Path);

    /// <param name="allowsOrigins">Whether browsers may read responses from pages of other origins.</param>
    public static MockRequest Rent(RequestMessage message, ServedContract contract, bool allowsOrigins)
    {
        var request = Take() ?? new MockRequest();
        (request.Message, request.Contract) = (message, contract);
        request.AllowedOrigin = allowsOrigins ? ApiOrigins.Access.Of(message) : null;
        return request;
    }

    /// <summary>Returns it to the pool; the response's body must not be read afterwards.</summary>
    public void Return()
    {
        (_path, _route, _verdict, Message, Contract, AllowedOrigin) = (null, null, null, null!, null!, null);
        (_redactor, _violations, Connection, ClientAddress, Turn) = (null, null, null, null, null);
        if (Buffer.Capacity > MaxPooledBytes)
        {
            return;
        }

        Buffer.ResetWrittenCount();
        for (var index = 0; index < Pool.Length; index++)
        {
            if (Interlocked.CompareExchange(ref Pool[index], this, null) is null)
            {
                return;
            }
        }
    }

    private static MockRequest? Take()
    {
        for (var index = 0; index < Pool.Length; index++)
        {
            if (Interlocked.Exchange(ref Pool[index], null) is { } request)
            {
                return request;
            }
        }

        return null;
    }

    /// <summary>Sets the values that responses reflect.</summary>
    /// <param name="seed">The seed of generated data.</param>
    public void Reflect(RequestVerdict verdict, ulong seed) => (_verdict, _violations, _seed) = (verdict, null, seed);

    public override string? Header(string name) => Message.Headers[name];

    public override bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json)
    {
        json = default;
        return _verdict?.TryGetParameter(location, name, out json) == true;
    }

    public override bool TryGetBody(out JsonCursor body)
    {
        body = _verdict?.Body?.Root ?? default;
        return _verdict?.Body is not null;
    }
}
