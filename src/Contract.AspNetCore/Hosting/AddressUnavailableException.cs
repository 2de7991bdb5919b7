using System.Net.Sockets;

namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>The server cannot listen on the address; the message is one sentence.</summary>
public sealed class AddressUnavailableException : Exception
{
    /// <summary>The host is not an address.</summary>
    public AddressUnavailableException(string host)
        : base($"The host {host} is not an IP address.") => Fault = AddressFault.NotAnAddress;

    /// <param name="cause">The web server's exception.</param>
    public AddressUnavailableException(string host, int port, Exception cause)
        : this(host, port, FaultOf(cause), cause)
    {
    }

    private AddressUnavailableException(string host, int port, AddressFault fault, Exception cause)
        : base(Describe(host, port, fault, cause), cause) => Fault = fault;

    public AddressFault Fault { get; }

    private static AddressFault FaultOf(Exception cause) => SocketFaultOf(cause)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => AddressFault.Taken,
        SocketError.AccessDenied => AddressFault.NotAllowed,
        SocketError.AddressNotAvailable => AddressFault.NotOfThisMachine,
        null when cause.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) => AddressFault.Taken,
        _ => AddressFault.Other,
    };

    private static SocketException? SocketFaultOf(Exception? cause) =>
        cause is null ? null : cause as SocketException ?? SocketFaultOf(cause.InnerException);

    private static string Describe(string host, int port, AddressFault fault, Exception cause) => fault switch
    {
        AddressFault.Taken => $"Port {port} on {host} is taken.",
        AddressFault.NotAllowed => $"This user may not listen on port {port} of {host}.",
        AddressFault.NotOfThisMachine => $"{host} is not an address of this machine.",
        _ => $"Cannot listen on {host}:{port}: {(SocketFaultOf(cause) ?? cause).Message.TrimEnd('.')}.",
    };
}
