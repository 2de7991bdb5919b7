using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Contract.AspNetCore;

/// <summary>
/// A request's body in one piece: Kestrel's own buffer if it arrived in one segment, else a pooled copy.
/// Dispose it after the response was sent; then Kestrel reuses the bytes.
/// </summary>
public struct BufferedBody : IDisposable
{
    private PipeReader? _reader;
    private ReadOnlySequence<byte> _held;
    private byte[]? _rented;

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Reads the body to its end.</summary>
    /// <returns>False if the body is longer than <paramref name="limit"/> bytes; the rest is not read.</returns>
    public static ValueTask<(bool WithinLimit, BufferedBody Body)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0))
        {
            return new((true, default));
        }

        return request.ContentLength > limit ? new((false, default)) : ReadSlowlyAsync(request.BodyReader, limit, cancellationToken);
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }

        _reader?.AdvanceTo(_held.End);
        _reader = null;
        Bytes = default;
    }

    private static async ValueTask<(bool WithinLimit, BufferedBody Body)> ReadSlowlyAsync(
        PipeReader reader, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (false, default);
            }

            if (read.IsCompleted || read.IsCanceled)
            {
                return (true, Hold(reader, read.Buffer));
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static BufferedBody Hold(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment)
        {
            return new BufferedBody { _reader = reader, _held = buffer, Bytes = buffer.First };
        }

        var length = (int)buffer.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        buffer.CopyTo(rented);
        reader.AdvanceTo(buffer.End);
        return new BufferedBody { _rented = rented, Bytes = rented.AsMemory(0, length) };
    }
}
