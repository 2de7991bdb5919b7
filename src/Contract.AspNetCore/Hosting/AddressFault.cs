namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>Why a server cannot listen on an address.</summary>
public enum AddressFault
{
    /// <summary>The host is not an IP address.</summary>
    NotAnAddress,

    /// <summary>Another process listens on the port.</summary>
    Taken,

    /// <summary>The user may not listen on the port; most systems keep those below 1024.</summary>
    NotAllowed,

    /// <summary>No network interface of this machine has the address.</summary>
    NotOfThisMachine,

    Other,
}
