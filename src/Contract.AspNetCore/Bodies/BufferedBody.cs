using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Contract.AspNetCore.Bodies;

/// <summary>
/// A request's body in one piece: Kestrel's own buffer if it arrived in one segment, else a copy.
/// Dispose it after the response was sent; then Kestrel reuses the bytes.
/// </summary>
public struct BufferedBody : IDisposable
{
    /// <summary>Of a body whose length is not known before its end. Bytes.</summary>
    private const int FirstRoom = 64 * 1024;

    /// <summary>
    /// The maximum length, in bytes, of a copy that is pooled: a pool would keep longer copies in memory long after they are needed.
    /// </summary>
    private const int LongestPooled = 256 * 1024;

    private PipeReader? _reader;
    private ReadOnlySequence<byte> _held;
    private byte[]? _copy;
    private BodyBudget? _budget;
    private long _taken;

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Reads to the end; a body that is too long, or for which there is no room, is left unread.</summary>
    /// <param name="limit">Bytes.</param>
    /// <param name="budget">Bounds the bodies that are held at once, except those that are in a buffer of Kestrel's.</param>
    /// <exception cref="BadHttpRequestException">The body is not valid HTTP.</exception>
    public static ValueTask<(BodyOutcome Outcome, BufferedBody Body)> ReadAsync(
        HttpRequest request, int limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0))
        {
            return new((BodyOutcome.Whole, default));
        }

        return request.ContentLength > limit
            ? new((BodyOutcome.TooLong, default))
            : ReadSlowlyAsync(request.BodyReader, (int?)request.ContentLength, limit, budget, cancellationToken);
    }

    public void Dispose()
    {
        Return(_copy);
        _copy = null;
        _budget?.Release(_taken);
        _budget = null;
        _reader?.AdvanceTo(_held.End);
        _reader = null;
        Bytes = default;
    }

    private static async ValueTask<(BodyOutcome Outcome, BufferedBody Body)> ReadSlowlyAsync(
        PipeReader reader, int? length, int limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(reader, cancellationToken);
        if (IsWhole(read) && read.Buffer.IsSingleSegment && read.Buffer.Length <= limit)
        {
            return (BodyOutcome.Whole, new BufferedBody { _reader = reader, _held = read.Buffer, Bytes = read.Buffer.First });
        }

        var taken = await budget.TakeAsync(length ?? limit, cancellationToken);
        if (taken == 0)
        {
            reader.AdvanceTo(read.Buffer.Start);
            return (BodyOutcome.NoRoom, default);
        }

        var copy = Rent(length ?? Math.Min(FirstRoom, limit));
        var count = 0;
        var isKept = false;
        try
        {
            while (true)
            {
                if (count + read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return (BodyOutcome.TooLong, default);
                }

                copy = Room(copy, count, (int)read.Buffer.Length, limit);
                read.Buffer.CopyTo(copy.AsSpan(count));
                count += (int)read.Buffer.Length;
                reader.AdvanceTo(read.Buffer.End);
                if (IsWhole(read))
                {
                    isKept = true;
                    return (
                        BodyOutcome.Whole,
                        new BufferedBody { _copy = copy, _budget = budget, _taken = taken, Bytes = copy.AsMemory(0, count) });
                }

                read = await ReadAsync(reader, cancellationToken);
            }
        }
        finally
        {
            if (!isKept)
            {
                Return(copy);
                budget.Release(taken);
            }
        }
    }

    private static bool IsWhole(ReadResult read) => read.IsCompleted || read.IsCanceled;

    /// <summary>Kestrel takes a chunk size of 80000000 (hexadecimal) or more for a broken connection, not for a bad request.</summary>
    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is OverflowException)
        {
            throw new BadHttpRequestException("Bad chunk size data.", StatusCodes.Status400BadRequest, fault);
        }
    }

    /// <summary>The copy, or a larger one with the same bytes.</summary>
    private static byte[] Room(byte[] copy, int count, int more, int limit)
    {
        if (count + more <= copy.Length)
        {
            return copy;
        }

        var larger = Rent((int)Math.Min(Math.Max(2L * copy.Length, count + more), limit));
        copy.AsSpan(0, count).CopyTo(larger);
        Return(copy);
        return larger;
    }

    private static byte[] Rent(int length) =>
        length <= LongestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    private static void Return(byte[]? copy)
    {
        if (copy?.Length <= LongestPooled)
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }
}
