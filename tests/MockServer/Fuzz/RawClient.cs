using System.Net.Sockets;
using System.Text;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>Sends bytes as they are, each time over a connection of its own, and reads until the server closes it.</summary>
internal static class RawClient
{
    /// <summary>Far longer than any response takes; a server that has not responded by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>The response's status; null if the server closed the connection without a response.</returns>
    /// <exception cref="OperationCanceledException">The server neither responded nor closed the connection.</exception>
    public static async Task<int?> Send(Uri server, ReadOnlyMemory<byte> request, bool endsThere = false)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Http.Cancelled);
        patience.CancelAfter(Patience);
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, patience.Token);
        var response = new MemoryStream();
        try
        {
            await using var stream = socket.GetStream();
            await stream.WriteAsync(request, patience.Token);
            if (endsThere)
            {
                socket.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(response, patience.Token);
        }
        catch (Exception reset) when (reset is IOException or SocketException)
        {
            // A server that closes before it has read everything resets the connection; what came before counts.
        }

        var line = Encoding.Latin1.GetString(response.GetBuffer(), 0, (int)Math.Min(response.Length, 12));
        return line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(line[9..12]) : null;
    }
}
