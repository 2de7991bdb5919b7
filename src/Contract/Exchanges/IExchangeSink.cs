using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Exchanges;

/// <summary>Receives the exchanges of a server or client: a log, a journal, a recording.</summary>
public interface IExchangeSink
{
    /// <summary>One exchange has ended. Called from any thread; must neither block nor throw.</summary>
    /// <param name="exchange">A view of the server's buffers, good until this returns; <see cref="Exchange.Detach"/> keeps it.</param>
    /// <param name="redactor">Takes out what the served document calls secret, before anything is printed or kept.</param>
    void Receive(in Exchange exchange, Redactor redactor);
}
