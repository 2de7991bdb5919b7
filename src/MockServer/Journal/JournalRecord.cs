using System.Buffers.Binary;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>An exchange as the journal stores it: with its secrets, detached from the server's buffers.</summary>
internal sealed class JournalRecord
{
    /// <summary>A larger body is not stored, only its size: half a body is not what was sent. Bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>The record itself, its messages and the arrays of their headers, nearly. Bytes.</summary>
    private const int OwnBytes = 600;

    private const int BytesOfViolation = 300;

    private readonly Exchange _exchange;
    private long _elapsed;
    private ExchangeOrigin? _unsent;

    private JournalRecord(in Exchange exchange, Redactor redactor) =>
        (_exchange, Redactor, _elapsed) = (exchange, redactor, exchange.Elapsed.Ticks);

    /// <summary>1 for the first exchange of the mock.</summary>
    public long Number { get; set; }

    /// <summary>A UUID of version 8 (RFC 9562, section 5.8) that ends with the number: the same requests get the same ids.</summary>
    public Guid Id => IdOf(Number);

    /// <summary>Removes the secrets of the document that was served then.</summary>
    public Redactor Redactor { get; }

    public required long RequestBodySize { get; init; }

    public required long ResponseBodySize { get; init; }

    /// <summary>What the record takes of the journal's limit.</summary>
    public required int Bytes { get; init; }

    /// <summary>The exchange as far as it has come, with its secrets.</summary>
    public Exchange Exchange
    {
        get
        {
            var exchange = _exchange with { Elapsed = new TimeSpan(Volatile.Read(ref _elapsed)) };
            return Volatile.Read(ref _unsent) is { } unsent ? exchange with { Response = null, Origin = unsent } : exchange;
        }
    }

    public static JournalRecord Of(in Exchange exchange, Redactor redactor)
    {
        var (request, response) = (exchange.Request, exchange.Response);
        var kept = exchange with { Request = Kept(request), Response = response is null ? null : Kept(response) };

        // The secrets of a body that is not stored could not be learnt from it later, to remove their copies from the target.
        return new JournalRecord(kept, request.Body.Length > MaxBodyBytes ? redactor.KnowingCopies(request) : redactor)
        {
            RequestBodySize = request.Body.Length,
            ResponseBodySize = response?.Body.Length ?? 0,
            Bytes = SizeOf(kept),
        };
    }

    /// <summary>Completes the record of an exchange that was added before its response was sent.</summary>
    /// <param name="unsent">Why the response was not sent to its end; null if it was.</param>
    public void End(TimeSpan elapsed, ExchangeOrigin? unsent)
    {
        Volatile.Write(ref _unsent, unsent);
        Volatile.Write(ref _elapsed, elapsed.Ticks);
    }

    internal static Guid IdOf(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number & 0x3FFF_FFFF_FFFF_FFFF);
        bytes[6] = 0x80;
        bytes[8] |= 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private static RequestMessage Kept(RequestMessage request) => request.Body.Length <= MaxBodyBytes
        ? request.Detach()
        : new RequestMessage(request.Method, request.Target, request.Headers.Detach())
        {
            Scheme = request.Scheme,
            Trailers = request.Trailers.Detach(),
        };

    private static ResponseMessage Kept(ResponseMessage response) => response.Body.Length <= MaxBodyBytes
        ? response.Detach()
        : new ResponseMessage(response.Status, response.Headers.Detach())
        {
            Reason = response.Reason,
            Trailers = response.Trailers.Detach(),
        };

    private static int SizeOf(in Exchange exchange)
    {
        var (request, response) = (exchange.Request, exchange.Response);
        return OwnBytes
            + (2 * request.Target.Length) + request.Body.Length + SizeOf(request.Headers) + SizeOf(request.Trailers)
            + (response is null ? 0 : response.Body.Length + SizeOf(response.Headers) + SizeOf(response.Trailers))
            + SizeOf(exchange.RequestViolations) + SizeOf(exchange.ResponseViolations);
    }

    private static int SizeOf(HeaderFields headers)
    {
        var bytes = 0;
        foreach (var (name, value) in headers)
        {
            bytes += 2 * (name.Length + value.Length);
        }

        return bytes;
    }

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
