using System.Net.Sockets;

namespace SocialContract.Contract.AspNetCore;

/// <summary>The server cannot listen where it was asked to; the message is one sentence that names the flag to change.</summary>
public sealed class AddressUnavailableException : Exception
{
    public AddressUnavailableException(string host)
        : base($"--host {host} is not an IP address; use 127.0.0.1, 0.0.0.0, ::1 or localhost.")
    {
    }

    public AddressUnavailableException(string host, int port, Exception cause)
        : base(Describe(host, port, cause), cause)
    {
    }

    private static string Describe(string host, int port, Exception cause)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse => $"Port {port} on {host} is taken; choose another with --port, or --port 0 for a free one.",
                    SocketError.AccessDenied => $"Port {port} on {host} may not be used by this user; choose one above 1023 with --port.",
                    SocketError.AddressNotAvailable => $"{host} is not an address of this machine; choose another with --host.",
                    _ => $"Cannot listen on {host}:{port}: {socket.Message}; choose another address with --host and --port.",
                };
            }
        }

        return cause.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase)
            ? $"Port {port} on {host} is taken; choose another with --port, or --port 0 for a free one."
            : $"Cannot listen on {host}:{port}: {cause.Message}";
    }
}
