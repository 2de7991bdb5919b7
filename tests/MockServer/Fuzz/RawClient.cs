using System.Net.Sockets;
using System.Text;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>Sends bytes as they are, each time over a connection of its own, and reads until the server closes it.</summary>
internal static class RawClient
{
    /// <summary>Far more than any answer takes: what is not there by then is taken for a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>The answer's status; null where the server closed the connection without one.</returns>
    /// <exception cref="OperationCanceledException">The server neither answered nor closed.</exception>
    public static async Task<int?> Send(Uri server, ReadOnlyMemory<byte> request, bool endsThere = false)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Http.Cancelled);
        patience.CancelAfter(Patience);
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, patience.Token);
        var answer = new MemoryStream();
        try
        {
            await using var stream = socket.GetStream();
            await stream.WriteAsync(request, patience.Token);
            if (endsThere)
            {
                socket.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception reset) when (reset is IOException or SocketException)
        {
            // A server that closes before it has read everything resets the connection; what came before counts.
        }

        var line = Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)Math.Min(answer.Length, 12));
        return line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(line[9..12]) : null;
    }
}
