using System.Buffers.Binary;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>
/// An exchange as the journal stores it: with its secrets, detached from the server's buffers. A record is used again for a later exchange
/// when its own leaves the journal, so that storing an exchange allocates nothing.
/// </summary>
internal sealed class JournalRecord
{
    /// <summary>A larger body is not stored, only its size: half a body is not what was sent. Bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>The record itself. Bytes.</summary>
    private const int OwnBytes = 300;

    private const int BytesOfViolation = 300;

    private readonly MessageBuffer _messages;

    /// <summary>The exchange without its messages.</summary>
    private Exchange _exchange;
    private bool _hasResponse;
    private TimeSpan _elapsed;
    private ExchangeOrigin? _unsent;

    public JournalRecord()
        : this(new MessageBuffer())
    {
    }

    private JournalRecord(MessageBuffer messages) => _messages = messages;

    /// <summary>1 for the first exchange of the mock; 0 for a record that is not in the journal.</summary>
    public long Number { get; set; }

    /// <summary>A UUID of version 8 (RFC 9562, section 5.8) that ends with the number: the same requests get the same ids.</summary>
    public Guid Id => IdOf(Number);

    /// <summary>Removes the secrets of the document that was served then.</summary>
    public Redactor Redactor { get; private set; } = null!;

    public long RequestBodySize { get; private set; }

    public long ResponseBodySize { get; private set; }

    /// <summary>What the record takes of the journal's limit.</summary>
    public int Bytes { get; private set; }

    public void Store(in Exchange exchange, Redactor redactor)
    {
        var (request, response) = (exchange.Request, exchange.Response);
        _exchange = exchange with { Request = null!, Response = null };
        (_elapsed, _unsent) = (exchange.Elapsed, null);
        (_hasResponse, RequestBodySize, ResponseBodySize) = (response is not null, request.Body.Length, response?.Body.Length ?? 0);
        var sent = Kept(request.Body);
        var received = Kept(response?.Body ?? default);
        _messages.Clear(sent.Length + received.Length);
        _messages.Write(request, sent);
        if (response is not null)
        {
            _messages.Write(response, received);
        }

        // The secrets of a body that is not stored could not be learnt from it later, to remove their copies from the target.
        Redactor = request.Body.Length > MaxBodyBytes ? redactor.KnowingCopies(request) : redactor;
        Bytes = OwnBytes + _messages.Capacity + SizeOf(exchange.RequestViolations) + SizeOf(exchange.ResponseViolations);
    }

    /// <summary>Completes the record of an exchange that was added before its response was sent.</summary>
    /// <param name="number">The exchange's number; nothing happens if the record is another one's by now.</param>
    /// <param name="unsent">Why the response was not sent to its end; null if it was.</param>
    public void End(long number, TimeSpan elapsed, ExchangeOrigin? unsent)
    {
        lock (_messages)
        {
            if (Number == number)
            {
                (_elapsed, _unsent) = (elapsed, unsent);
            }
        }
    }

    /// <summary>Releases what the exchange holds, before the record is used again.</summary>
    public void Clear()
    {
        lock (_messages)
        {
            Number = 0;
            _exchange = default;
            Redactor = null!;
            _messages.Clear();
        }
    }

    /// <summary>A copy that stays as it is.</summary>
    public JournalRecord Copy()
    {
        lock (_messages)
        {
            return new JournalRecord(_messages.Copy())
            {
                _exchange = _exchange,
                _hasResponse = _hasResponse,
                _elapsed = _elapsed,
                _unsent = _unsent,
                Number = Number,
                Redactor = Redactor,
                RequestBodySize = RequestBodySize,
                ResponseBodySize = ResponseBodySize,
                Bytes = Bytes,
            };
        }
    }

    /// <summary>The exchange as far as it has come, with its secrets.</summary>
    public Exchange Read()
    {
        var at = 0;
        return _exchange with
        {
            Request = _messages.ReadRequest(ref at),
            Response = _hasResponse && _unsent is null ? _messages.ReadResponse(ref at) : null,
            Elapsed = _elapsed,
            Origin = _unsent ?? _exchange.Origin,
        };
    }

    internal static Guid IdOf(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number & 0x3FFF_FFFF_FFFF_FFFF);
        bytes[6] = 0x80;
        bytes[8] |= 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private static ReadOnlySpan<byte> Kept(ReadOnlyMemory<byte> body) => body.Length <= MaxBodyBytes ? body.Span : [];

    private static int SizeOf(IReadOnlyList<Violation> violations)
    {
        var bytes = BytesOfViolation * violations.Count;
        for (var index = 0; index < violations.Count; index++)
        {
            bytes += 2 * (violations[index].Instance.Length + violations[index].Found.Length);
        }

        return bytes;
    }
}
