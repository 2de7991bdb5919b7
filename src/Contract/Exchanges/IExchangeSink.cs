using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Exchanges;

/// <summary>Receives the exchanges of a server or client: a log, a journal, a recording.</summary>
public interface IExchangeSink
{
    /// <summary>Called when an exchange has ended, from any thread; must neither block nor throw.</summary>
    /// <param name="exchange">A view of the server's buffers, valid until this returns; <see cref="Exchange.Detach"/> makes a copy.</param>
    /// <param name="redactor">Removes the secrets of the served document, before anything is printed or stored.</param>
    void Receive(in Exchange exchange, Redactor redactor);
}
