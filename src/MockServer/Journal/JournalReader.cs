using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>Makes entries of the journal's records when a test or a client reads it.</summary>
/// <param name="redactor">Of the document that is served now.</param>
/// <param name="router">Of the document that is served now.</param>
/// <param name="nearestStubs">Compares requests with the stubs as they are now.</param>
/// <param name="showsSecrets">Whether entries are shown as they are.</param>
internal sealed class JournalReader(
    Func<Redactor> redactor, Func<OperationRouter> router, NearestStubsOf nearestStubs, bool showsSecrets)
{
    public JournalEntry Entry(JournalRecord record) => new(record, this);

    /// <summary>
    /// Without the secrets of the document that was served then, and without those that a later version of the document marks.
    /// </summary>
    public Exchange Shown(in Exchange exchange, Redactor then)
    {
        if (showsSecrets)
        {
            return exchange;
        }

        var shown = exchange.Redacted(then);
        var now = redactor();
        return ReferenceEquals(now, then) ? shown : shown.Redacted(now);
    }

    /// <param name="exchange">As it was sent.</param>
    /// <param name="shown">The same as it may be shown.</param>
    public IReadOnlyList<NearestOperation> Nearest(in Exchange exchange, in Exchange shown) =>
        NearestOperation.Of(exchange.Request, shown.Request, router());

    /// <param name="exchange">As it was sent.</param>
    /// <param name="shown">The same as it may be shown.</param>
    /// <param name="secrets">Null: stubs are shown as they are.</param>
    public IReadOnlyList<NearestStub> NearestStubs(in Exchange exchange, in Exchange shown, StubSecrets? secrets)
    {
        var nearest = nearestStubs(exchange.Request, shown.Request);
        return secrets is null ? nearest : [.. nearest.Select(near => near.Without(secrets))];
    }

    /// <summary>Removes the secrets of stubs that are shown beside an exchange; null: they are shown as they are.</summary>
    public StubSecrets? SecretsOf(in Exchange exchange, Redactor then)
    {
        if (showsSecrets)
        {
            return null;
        }

        var now = redactor();
        return new StubSecrets(ReferenceEquals(now, then)
            ? [Knowing(exchange, now)]
            : [Knowing(exchange, then), Knowing(exchange, now)]);
    }

    /// <summary>Removes the secrets of stubs that are shown beside a request that was posted; null: they are shown as they are.</summary>
    public StubSecrets? SecretsOf(RequestMessage request) => showsSecrets ? null : new StubSecrets(redactor().Knowing(request));

    private static Redactor Knowing(in Exchange exchange, Redactor redactor)
    {
        var known = redactor.Knowing(exchange.Request);
        if (exchange.Response is not { } response)
        {
            return known;
        }

        redactor.Response(response, exchange.Operation, out var secrets);
        return known.Knowing(secrets);
    }
}

/// <summary>The stubs that a request is most similar to, the most similar first.</summary>
/// <param name="request">As it was sent: its secrets decide.</param>
/// <param name="shown">The same as it may be shown.</param>
internal delegate IReadOnlyList<NearestStub> NearestStubsOf(RequestMessage request, RequestMessage shown);
