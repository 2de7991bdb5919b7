using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Hosting;

/// <summary>
/// Passes each exchange to the journal and to all sinks; one that fails is logged and costs neither the request nor the other sinks.
/// </summary>
/// <param name="journal">Null: no journal is kept.</param>
internal sealed class ExchangeSinks(IReadOnlyList<IExchangeSink> sinks, RequestJournal? journal, ILogger logger) : IExchangeSink
{
    public bool IsEmpty => sinks.Count == 0 && journal is null;

    public bool HasJournal => journal is not null;

    /// <summary>
    /// Adds an exchange to the journal whose response is about to be sent, in place of the entry that it had before, if any.
    /// </summary>
    /// <returns>Its entry; null if it has none.</returns>
    public JournalTicket? Announce(in Exchange exchange, Redactor redactor, JournalTicket? before)
    {
        try
        {
            if (before is { } entry)
            {
                journal?.Remove(entry);
            }

            return journal?.Add(exchange, redactor);
        }
        catch (Exception fault)
        {
            Failed(fault, exchange, redactor);
            return null;
        }
    }

    public void Receive(in Exchange exchange, Redactor redactor) => Receive(exchange, redactor, null);

    /// <param name="announced">The exchange's entry in the journal if its response was announced.</param>
    public void Receive(in Exchange exchange, Redactor redactor, JournalTicket? announced)
    {
        if (announced is { } entry)
        {
            RequestJournal.End(entry, exchange.Elapsed, exchange.Response is null ? exchange.Origin : null);
        }
        else if (journal is not null)
        {
            Receive(journal, exchange, redactor);
        }

        for (var index = 0; index < sinks.Count; index++)
        {
            Receive(sinks[index], exchange, redactor);
        }
    }

    private void Receive(IExchangeSink sink, in Exchange exchange, Redactor redactor)
    {
        try
        {
            sink.Receive(exchange, redactor);
        }
        catch (Exception fault)
        {
            Failed(fault, exchange, redactor);
        }
    }

    private void Failed(Exception fault, in Exchange exchange, Redactor redactor)
    {
        var (method, target) = (exchange.Request.Method, exchange.Request.Target);
        var known = redactor.KnowingCopies(exchange.Request);
        Log.SinkFailed(logger, ShownException.Of(fault, known), known.Method(method), known.Target(method, target));
    }
}
