using System.Collections.Immutable;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>
/// The last exchanges of a mock, except those of its admin interface. The oldest entry goes when there are too many entries or bytes.
/// Thread-safe.
/// </summary>
/// <remarks>Exchanges are stored with their secrets, and redacted when they are read: most are never read.</remarks>
internal sealed class RequestJournal : IExchangeSink
{
    /// <summary>What one entry of ordinary size may take on average. Bytes.</summary>
    private const int OrdinaryBytes = 8 * 1024;

    /// <summary>A journal of few entries keeps large ones, too. Bytes.</summary>
    private const long LeastBytes = 1024 * 1024;

    /// <summary>
    /// The record that left the journal when this thread last added one: the memory of the next, taken without a look at other threads.
    /// </summary>
    [ThreadStatic]
    private static JournalRecord? _spare;

    private readonly Lock _lock = new();
    private readonly int _maxEntries;
    private readonly long _maxBytes;
    private readonly JournalReader _reader;

    private Queue<JournalRecord> _records = new();
    private long _bytes;
    private long _last;

    /// <param name="maxEntries">At least 1. The limit on bytes follows from it.</param>
    public RequestJournal(int maxEntries, JournalReader reader)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntries, 1);
        (_maxEntries, _maxBytes, _reader) = (maxEntries, Math.Max(LeastBytes, (long)maxEntries * OrdinaryBytes), reader);
    }

    /// <summary>The entries, the oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries => [.. Records().Select(_reader.Entry)];

    /// <summary>The entries whose request, with its secrets, meets a condition; the oldest first.</summary>
    public IReadOnlyList<JournalEntry> Where(Func<RequestMessage, bool> condition) =>
        [.. Records().Where(record => condition(record.Read().Request)).Select(_reader.Entry)];

    /// <summary>The bytes that the entries take, nearly.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <inheritdoc cref="JournalReader.SecretsOf(RequestMessage)"/>
    public StubSecrets? SecretsOf(RequestMessage request) => _reader.SecretsOf(request);

    public JournalEntry? Find(Guid id)
    {
        lock (_lock)
        {
            return _records.FirstOrDefault(record => record.Id == id) is { } found ? _reader.Entry(found.Copy()) : null;
        }
    }

    /// <summary>Adds an exchange that has ended.</summary>
    public void Receive(in Exchange exchange, Redactor redactor) => Add(exchange, redactor);

    /// <summary>
    /// Adds an exchange whose response is about to be sent, so that a client that has the response finds it in the journal.
    /// <see cref="End"/> completes it.
    /// </summary>
    /// <returns>Its entry; null if the exchange does not belong in the journal.</returns>
    public JournalTicket? Add(in Exchange exchange, Redactor redactor)
    {
        if (IsAdmin(exchange.Request.Target))
        {
            return null;
        }

        var record = _spare ?? new JournalRecord();
        _spare = null;
        record.Store(exchange, redactor);
        JournalRecord? oldest = null;
        JournalTicket ticket;
        lock (_lock)
        {
            ticket = new JournalTicket(record, record.Number = ++_last);
            _records.Enqueue(record);
            _bytes += record.Bytes;
            while (_records.Count > _maxEntries || _bytes > _maxBytes)
            {
                oldest = _records.Dequeue();
                _bytes -= oldest.Bytes;
            }
        }

        oldest?.Clear();
        _spare = oldest;
        return ticket;
    }

    /// <summary>Completes an entry that was added before its response was sent, if it is still there.</summary>
    /// <param name="unsent">Why the response was not sent to its end; null if it was.</param>
    public static void End(JournalTicket ticket, TimeSpan elapsed, ExchangeOrigin? unsent) =>
        ticket.Record.End(ticket.Number, elapsed, unsent);

    /// <returns>Whether there was such an entry.</returns>
    public bool Remove(Guid id) => Remove(record => record.Id == id);

    /// <returns>Whether it was still there.</returns>
    public bool Remove(JournalTicket ticket) => Remove(record => record.Number == ticket.Number);

    public void Clear()
    {
        lock (_lock)
        {
            (_records, _bytes) = (new(), 0);
        }
    }

    private bool Remove(Predicate<JournalRecord> condition)
    {
        lock (_lock)
        {
            var kept = new Queue<JournalRecord>(_records.Where(record => !condition(record)));
            var isFound = kept.Count < _records.Count;
            (_records, _bytes) = (kept, kept.Sum(record => (long)record.Bytes));
            return isFound;
        }
    }

    /// <summary>Copies, since the records are used again.</summary>
    private ImmutableArray<JournalRecord> Records()
    {
        lock (_lock)
        {
            return [.. _records.Select(record => record.Copy())];
        }
    }

    private static bool IsAdmin(string target) =>
        target.Contains(AdminPath.Prefix, StringComparison.Ordinal)
        && AdminPath.Contains(target.StartsWith('/') ? target.Split('?')[0] : new RequestMessage("GET", target).Path);
}

/// <summary>An entry of the journal as it was added; its record may have been used again since.</summary>
internal readonly record struct JournalTicket(JournalRecord Record, long Number);
