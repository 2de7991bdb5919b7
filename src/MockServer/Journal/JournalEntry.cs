using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>An exchange of the mock as it was when the journal was read.</summary>
public sealed class JournalEntry
{
    private readonly Lazy<Exchange> _shown;
    private readonly Lazy<IReadOnlyList<NearestOperation>> _nearest;
    private readonly Lazy<IReadOnlyList<NearestStub>> _nearestStubs;
    private readonly Lazy<StubSecrets?> _secrets;

    internal JournalEntry(JournalRecord record, JournalReader reader)
    {
        var exchange = record.Read();
        var redactor = record.Redactor;
        (Id, RequestBodySize, ResponseBodySize) = (record.Id, record.RequestBodySize, record.ResponseBodySize);
        (WasMatched, Started) = (
            exchange.Operation is not null || exchange.Origin.Stub is not null
                || exchange.Origin.Kind is ExchangeOriginKind.Options or ExchangeOriginKind.Stub,
            exchange.Started);
        _shown = new(() => reader.Shown(exchange, redactor));
        _secrets = new(() => reader.SecretsOf(exchange, redactor));
        _nearestStubs = new(() => WasMatched ? [] : reader.NearestStubs(exchange, Exchange, StubSecrets));
        _nearest = new(() => WasMatched ? [] : reader.Nearest(exchange, Exchange));
    }

    /// <summary>Different for each exchange of the mock; the same requests in the same order have the same ids.</summary>
    public Guid Id { get; }

    /// <summary>The time at which the request's headers arrived.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>
    /// The request, the response, and the violations of both, without secrets unless <see cref="MockOptions.JournalSecrets"/> asks for
    /// them. A body over 256 KiB is empty here; its size tells.
    /// </summary>
    public Exchange Exchange => _shown.Value;

    public RequestMessage Request => Exchange.Request;

    /// <summary>Null if there was none, or if the client did not wait for it.</summary>
    public ResponseMessage? Response => Exchange.Response;

    /// <summary>The operation of the request; null if the document has none.</summary>
    public Operation? Operation => Exchange.Operation;

    /// <summary>
    /// Whether a stub responded, or the document has an operation for the request, or the request asked for the operations
    /// (<c>OPTIONS</c>).
    /// </summary>
    public bool WasMatched { get; }

    /// <summary>The size of the request's body as it was sent. Bytes.</summary>
    public long RequestBodySize { get; }

    /// <summary>The size of the response's body as it was sent. Bytes.</summary>
    public long ResponseBodySize { get; }

    /// <summary>Of a request without an operation: the most similar operations of the document that is served now; else empty.</summary>
    public IReadOnlyList<NearestOperation> Nearest => _nearest.Value;

    /// <summary>
    /// Of a request that nothing matched: the three most similar stubs that there are now, of those in Java WireMock's form; else empty.
    /// </summary>
    public IReadOnlyList<NearestStub> NearestStubs => _nearestStubs.Value;

    /// <summary>Removes secrets from stubs that are shown beside the entry; null: they are shown as they are.</summary>
    internal StubSecrets? StubSecrets => _secrets.Value;

    /// <summary><c>GET /pets/7 404</c>.</summary>
    public override string ToString() => $"{Request} {Response?.ToString() ?? "without a response"}";
}
