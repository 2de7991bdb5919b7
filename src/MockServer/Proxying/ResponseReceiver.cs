using System.Globalization;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>Receives the response of another server: its body whole up to a limit, else as a stream.</summary>
/// <param name="limit">Bytes.</param>
/// <param name="timeout">For the whole body.</param>
/// <param name="budget">Bounds the bodies that are held at once.</param>
/// <param name="sendsLatin1">Whether the mock can send fields with other characters than ASCII.</param>
internal sealed class ResponseReceiver(int limit, TimeSpan timeout, BodyBudget budget, bool sendsLatin1, TimeProvider clock)
{
    private const int Piece = 16 * 1024;

    /// <summary>Media types of bodies that a client reads before they end, if they end.</summary>
    private static readonly string[] Endless =
        ["text/event-stream", "application/x-ndjson", "multipart/x-mixed-replace", "application/grpc", "application/grpc-web"];

    /// <param name="response">Disposed, or part of the result.</param>
    public async Task<ForwardResult> ReceiveAsync(HttpResponseMessage response, bool isHead, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (isHead || !StatusCode.HasBody(status))
        {
            // What the length of the GET's body would be (RFC 9110, section 8.6).
            return Whole(response, default, keepsLength: isHead || status == 304);
        }

        var length = response.Content.Headers.ContentLength;
        var mediaType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : "";
        if (Array.Exists(Endless, name => mediaType.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            return await StreamedAsync(response, default, length, "it is a stream", cancellationToken);
        }

        if (length > limit)
        {
            return await StreamedAsync(response, default, length, $"it is larger than {limit} bytes", cancellationToken);
        }

        return await budget.TakeAsync(length ?? limit, cancellationToken) is > 0 and var taken
            ? await ReadAsync(response, length, taken, cancellationToken)
            : await StreamedAsync(response, default, length, "too many bodies are held already", cancellationToken);
    }

    private async Task<ForwardResult> ReadAsync(
        HttpResponseMessage response, long? length, long taken, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended.Token);
        var isHandedOn = false;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var body = new byte[length ?? Piece];
            var count = 0;
            while (true)
            {
                if (count == body.Length)
                {
                    if (count == length)
                    {
                        break;
                    }

                    Array.Resize(ref body, Math.Min(count * 2, limit + Piece));
                }

                var read = await stream.ReadAsync(body.AsMemory(count), either.Token);
                if (read == 0)
                {
                    break;
                }

                count += read;
                if (count > limit)
                {
                    isHandedOn = true;
                    return Streamed(
                        response, stream, body.AsMemory(0, count), length, $"it is larger than {limit} bytes", taken);
                }
            }

            budget.Release(taken - Math.Min(taken, count));
            taken = Math.Min(taken, count);
            isHandedOn = true;
            return Whole(response, body.AsMemory(0, count), keepsLength: false, taken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ForwardResult.BrokenOff($"the response did not end within {timeout.TotalSeconds:0.###} s", IsTimeout: true);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            return new ForwardResult.BrokenOff("the connection was closed before the response was complete", IsTimeout: false);
        }
        finally
        {
            if (!isHandedOn)
            {
                budget.Release(taken);
                response.Dispose();
            }
        }
    }

    private async Task<ForwardResult> StreamedAsync(
        HttpResponseMessage response, ReadOnlyMemory<byte> start, long? length, string reason, CancellationToken cancellationToken) =>
        Streamed(response, await response.Content.ReadAsStreamAsync(cancellationToken), start, length, reason, 0);

    private ForwardResult.Received Streamed(
        HttpResponseMessage response, Stream rest, ReadOnlyMemory<byte> start, long? length, string reason, long taken) =>
        new(
            Message(response, default, keepsLength: false),
            new RelayedBody(new Held(response, budget, taken)) { Rest = rest, Start = start, Length = length },
            reason);

    private ForwardResult.Received Whole(HttpResponseMessage response, ReadOnlyMemory<byte> body, bool keepsLength, long taken = 0) =>
        new(Message(response, body, keepsLength), new RelayedBody(new Held(response, budget, taken)), null);

    private ResponseMessage Message(HttpResponseMessage response, ReadOnlyMemory<byte> body, bool keepsLength)
    {
        var received = response.ToMessage(body);
        var headers = HopByHop.Without(received.Headers)
            .Where(line => line.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                ? keepsLength && long.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                : IsSendable(line.Value) && !MockHeaders.All.Contains(line.Key, StringComparer.OrdinalIgnoreCase));
        var reason = received.Reason is { } phrase && FieldSyntax.IsValue(phrase) ? phrase : null;
        return new ResponseMessage(received.Status, HeaderFields.Of(headers), body) { Reason = reason };
    }

    private bool IsSendable(string value) => sendsLatin1
        ? !value.AsSpan().ContainsAnyInRange('\u0000', '\u0008') && !value.AsSpan().ContainsAnyInRange('\u000A', '\u001F')
            && !value.Contains('\u007F', StringComparison.Ordinal)
        : FieldSyntax.IsValue(value);

    /// <summary>A response, and the room for its body.</summary>
    private sealed class Held(HttpResponseMessage response, BodyBudget budget, long taken) : IDisposable
    {
        private long _taken = taken;

        public void Dispose()
        {
            response.Dispose();
            if (Interlocked.Exchange(ref _taken, 0) is > 0 and var room)
            {
                budget.Release(room);
            }
        }
    }
}
