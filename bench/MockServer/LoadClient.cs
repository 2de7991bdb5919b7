using System.Net;
using System.Net.Sockets;

namespace SocialContract.MockServer.Bench;

/// <summary>
/// Sends one request over and over on kept-alive connections and counts the answers. It reads only what it must: the end of each answer.
/// </summary>
internal sealed class LoadClient(IPEndPoint server, byte[] request, int connections)
{
    /// <summary>The first answer, whole: headers and body.</summary>
    public async Task<byte[]> OnceAsync()
    {
        using var socket = await ConnectAsync();
        var buffer = new byte[64 * 1024];
        await socket.SendAsync(request);
        var length = await ReadAnswerAsync(socket, buffer);
        return buffer[..length];
    }

    /// <returns>How many answers came within the time.</returns>
    public async Task<long> RunAsync(TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => RunOneAsync(stop.Token))));
        return counts.Sum();
    }

    private async Task<long> RunOneAsync(CancellationToken stop)
    {
        using var socket = await ConnectAsync();
        var buffer = new byte[64 * 1024];
        var count = 0L;
        while (!stop.IsCancellationRequested)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        return socket;
    }

    private static async ValueTask<int> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        var end = -1;
        while (end < 0 || length < end)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            length += read;
            end = end < 0 ? EndOf(buffer.AsSpan(0, length)) : end;
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(
                $"The server answered {System.Text.Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 400))}");
        }

        return length;
    }

    /// <summary>Where the answer ends, or -1 while its headers, or its chunks, are incomplete.</summary>
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        var headers = answer.IndexOf("\r\n\r\n"u8);
        if (headers < 0)
        {
            return -1;
        }

        var lengthAt = answer[..headers].IndexOf("Content-Length: "u8);
        if (lengthAt < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8) ? answer.Length : -1;
        }

        var digits = answer[(lengthAt + 16)..];
        return headers + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
