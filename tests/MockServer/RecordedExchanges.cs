using System.Collections.Concurrent;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Tests;

/// <summary>Keeps the exchanges of a mock, as they were and as they may be shown.</summary>
internal sealed class RecordedExchanges : IExchangeSink
{
    private readonly BlockingCollection<(Exchange Whole, Exchange Shown)> _exchanges = [];

    public void Receive(in Exchange exchange, Redactor redactor) => _exchanges.Add((exchange.Detach(), exchange.Redacted(redactor)));

    /// <summary>The next exchange.</summary>
    public async Task<(Exchange Whole, Exchange Shown)> Next() => await Task.Run(() =>
        _exchanges.TryTake(out var next, TimeSpan.FromSeconds(20)) ? next : throw new TimeoutException("No exchange within 20 seconds."));
}
