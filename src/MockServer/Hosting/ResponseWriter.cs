using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.Contract.AspNetCore.Refusals;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>
/// Sends a response of the mock through Kestrel. To a request that Kestrel refuses before the mock sees it, Kestrel itself responds, with
/// the body of a <see cref="RefusedRequest"/>.
/// </summary>
/// <remarks>Trailers are left out, which RFC 9110 allows (section 6.5.1): Kestrel cannot send them with HTTP/1.1.</remarks>
internal static class ResponseWriter
{
    /// <summary>Bytes.</summary>
    private const int MaxPiece = 64 * 1024;

    /// <summary>Bytes.</summary>
    private const int RelayedPiece = 16 * 1024;

    public static async ValueTask WriteAsync(HttpContext context, ResponseMessage message)
    {
        WriteHead(context, message);
        if (HasBody(context, message))
        {
            // In pieces, each taken by the client before the next: Kestrel copies what it is given, and keeps the copies for a long time.
            for (var body = message.Body; body.Length > 0; body = body[Math.Min(body.Length, MaxPiece)..])
            {
                context.Response.BodyWriter.Write(body.Span[..Math.Min(body.Length, MaxPiece)]);
                await context.Response.BodyWriter.FlushAsync();
            }
        }
    }

    /// <summary>Sends the body slowly, in chunks.</summary>
    public static async ValueTask DribbleAsync(HttpContext context, ResponseMessage message, Dribble dribble, TimeProvider clock)
    {
        WriteHead(context, message);
        if (!HasBody(context, message))
        {
            return;
        }

        context.Response.ContentLength = null;
        var pieces = Math.Min(dribble.Pieces, message.Body.Length);
        for (var piece = 0; piece < pieces; piece++)
        {
            // Before the first piece, too, as WireMock for Java waits.
            await Task.Delay(dribble.Duration / pieces, clock, context.RequestAborted);
            var (start, end) = ((long)message.Body.Length * piece / pieces, (long)message.Body.Length * (piece + 1) / pieces);
            context.Response.BodyWriter.Write(message.Body.Span[(int)start..(int)end]);
            await context.Response.BodyWriter.FlushAsync();
        }
    }

    /// <summary>Sends the body of another server's response as it arrives.</summary>
    /// <returns>Whether it arrived whole; if not, the connection was aborted, so that no client takes it for complete.</returns>
    public static async Task<bool> RelayAsync(HttpContext context, ResponseMessage message, RelayedBody body)
    {
        WriteHead(context, message);
        context.Response.ContentLength = body.Length;
        var writer = context.Response.BodyWriter;
        var piece = new byte[RelayedPiece];
        var next = body.Start;
        do
        {
            writer.Write(next.Span);
            await writer.FlushAsync(context.RequestAborted);
            try
            {
                next = piece.AsMemory(0, await body.Rest!.ReadAsync(piece, context.RequestAborted));
            }
            catch (Exception fault) when (fault is IOException or HttpRequestException && !context.RequestAborted.IsCancellationRequested)
            {
                context.Abort();
                return false;
            }
        }
        while (next.Length > 0);
        return true;
    }

    private static bool HasBody(HttpContext context, ResponseMessage message) =>
        message.Body.Length > 0 && !HttpMethods.IsHead(context.Request.Method);

    private static void WriteHead(HttpContext context, ResponseMessage message)
    {
        var response = context.Response;
        response.StatusCode = message.Status;
        if (message.Reason is { } reason)
        {
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = reason;
        }

        foreach (var (name, value) in message.Headers)
        {
            response.Headers.Append(name, value);
        }

        // The length is that of the response to GET (RFC 9110, section 8.6), which is unknown where the message does not say it.
        if (message.Body.IsEmpty && HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // A 205 is framed like a response with a body, which is empty (RFC 9110, section 15.3.6).
        if (StatusCode.HasBody(message.Status) || message.Status == 205)
        {
            response.ContentLength = message.Body.Length;
        }
    }
}
