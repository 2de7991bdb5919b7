using System.Net;
using System.Net.Sockets;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>A server that sends the same bytes to every request, then closes the connection.</summary>
internal sealed class BrokenServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public BrokenServer(string response)
    {
        _listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await _listener.AcceptSocketAsync();
                await client.ReceiveAsync(new byte[64 * 1024]);
                await client.SendAsync(System.Text.Encoding.ASCII.GetBytes(response));
                client.Shutdown(SocketShutdown.Both);
            }
        });
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose() => _listener.Dispose();
}
