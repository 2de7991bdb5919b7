using System.Buffers;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.MockServer.Responding;

/// <summary>A request with what is needed to respond to it, and as the responses that reflect it see it. Used again and again.</summary>
internal sealed class MockRequest : ResponseContext
{
    /// <summary>Larger buffers are not kept. Bytes.</summary>
    private const int LargestKept = 1024 * 1024;

    /// <summary>Shared by all threads, since a request often ends on another thread than it began on.</summary>
    private static readonly MockRequest?[] Pool = new MockRequest?[32];

    private string? _path;
    private RouteMatch? _route;
    private RequestVerdict? _verdict;
    private ulong _seed;

    private MockRequest()
    {
    }

    /// <summary>As received, its body whole.</summary>
    public RequestMessage Message { get; private set; } = null!;

    /// <summary>The document that was served when the request came in; a reload meanwhile does not change it.</summary>
    public ServedContract Contract { get; private set; } = null!;

    /// <summary>Where a response's body may be written; it is the response's until <see cref="Return"/>.</summary>
    public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

    /// <summary>The request's origin where a page of it may read the response; null where there is nothing to allow.</summary>
    public string? AllowedOrigin { get; private set; }

    /// <summary>Which operation is asked for.</summary>
    public ref readonly RouteMatch Route
    {
        get
        {
            _route ??= Contract.Router.Match(Message.Method, Path);
            return ref Nullable.GetValueRefOrDefaultRef(in _route);
        }
    }

    public override string Method => Message.Method;

    public override string Url => Message.Url;

    public override string Path => _path ??= Message.Path;

    public override ulong Seed => _seed;

    public override IReadOnlyList<Violation> Violations => _verdict?.Violations ?? [];

    /// <param name="allowsOrigins">Whether browsers may read responses from pages of other origins.</param>
    public static MockRequest Rent(RequestMessage message, ServedContract contract, bool allowsOrigins)
    {
        var request = Take() ?? new MockRequest();
        (request.Message, request.Contract) = (message, contract);
        request.AllowedOrigin = allowsOrigins ? CrossOrigin.Of(message.Headers) : null;
        return request;
    }

    /// <summary>The response's body is not read any more.</summary>
    public void Return()
    {
        (_path, _route, _verdict, Message, Contract, AllowedOrigin) = (null, null, null, null!, null!, null);
        if (Buffer.Capacity > LargestKept)
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

    /// <summary>What responses reflect from now on.</summary>
    /// <param name="seed">Of generated data.</param>
    public void Reflect(RequestVerdict verdict, ulong seed) => (_verdict, _seed) = (verdict, seed);

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
