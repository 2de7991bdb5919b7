using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A server that sends bytes as they are: no HTTP library repairs or refuses them.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<RawRequest, RawResponse> _respond;
    private readonly Task _accepting;
    private int _requests;

    /// <param name="respond">What comes back for a request; called from several threads.</param>
    public RawServer(Func<RawRequest, RawResponse> respond)
    {
        _respond = respond;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_end.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server has stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        try
        {
            while (await ReadAsync(socket) is { } request)
            {
                var response = _respond(request);
                await socket.SendAsync(response.Bytes, _end.Token);
                if (response.End != RawEnd.Keep)
                {
                    if (response.End == RawEnd.Reset)
                    {
                        // A linger time of zero resets the connection.
                        socket.LingerState = new LingerOption(true, 0);
                    }
                    else
                    {
                        socket.Shutdown(SocketShutdown.Send);
                    }

                    return;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            // The client has gone, or the server has stopped.
        }
    }

    /// <summary>The next request with its body read; null where the client has closed.</summary>
    private async Task<RawRequest?> ReadAsync(Socket socket)
    {
        var bytes = new List<byte>();
        var buffer = new byte[16 * 1024];
        int end;
        while ((end = EndOfHead(bytes)) < 0)
        {
            if (await ReceiveAsync() == 0)
            {
                return null;
            }
        }

        var lines = Encoding.Latin1.GetString([.. bytes[..end]]).Split("\r\n");
        var length = Array.Find(lines, line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } field
            ? int.Parse(field["Content-Length:".Length..])
            : 0;
        while (bytes.Count < end + 4 + length)
        {
            if (await ReceiveAsync() == 0)
            {
                return null;
            }
        }

        var start = lines[0].Split(' ');
        return new RawRequest(Interlocked.Increment(ref _requests), start[0], start[1]);

        async Task<int> ReceiveAsync()
        {
            var read = await socket.ReceiveAsync(buffer, _end.Token);
            bytes.AddRange(buffer.AsSpan(0, read));
            return read;
        }
    }

    private static int EndOfHead(List<byte> bytes)
    {
        for (var at = 0; at + 3 < bytes.Count; at++)
        {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n')
            {
                return at;
            }
        }

        return -1;
    }
}

/// <param name="Number">1 for the first request that the server got.</param>
internal sealed record RawRequest(int Number, string Method, string Target);

internal sealed record RawResponse(byte[] Bytes, RawEnd End = RawEnd.Keep)
{
    /// <summary>A response that HTTP allows, with the length of its body.</summary>
    public static RawResponse Of(int status, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return new([.. Encoding.UTF8.GetBytes(head), .. body]);
    }
}

/// <summary>What happens to a connection after a response.</summary>
internal enum RawEnd
{
    Keep,
    Close,
    Reset,
}
