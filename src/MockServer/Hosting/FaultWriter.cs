using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>Breaks a connection as a stub wants it, with bytes of its own: Kestrel sends valid HTTP only.</summary>
internal static class FaultWriter
{
    private static readonly byte[] MalformedChunk =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlskdu018973t09sylgasjkfg1][]'./.sdlv"u8.ToArray();

    private static readonly byte[] NoHttp = "lskdu018973t09sylgasjkfg1][]'./.sdlv"u8.ToArray();

    public static async Task WriteAsync(HttpContext context, ConnectionFault fault)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            try
            {
                await BreakAsync(socket, fault);
            }
            catch (SocketException)
            {
                // The client is gone already.
            }
        }

        context.Abort();
    }

    private static async Task BreakAsync(Socket socket, ConnectionFault fault)
    {
        switch (fault)
        {
            case ConnectionFault.MalformedResponseChunk:
                await socket.SendAsync(MalformedChunk);
                break;
            case ConnectionFault.RandomDataThenClose:
                await socket.SendAsync(NoHttp);
                break;
            case ConnectionFault.ConnectionResetByPeer:
                // Closing without lingering sends a reset.
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
                return;
        }

        socket.Shutdown(SocketShutdown.Both);
    }
}
