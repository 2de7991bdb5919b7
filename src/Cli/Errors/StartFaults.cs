using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Stubs;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.Cli.Errors;

/// <summary>Why a server could not start, and the flag that helps.</summary>
internal static class StartFaults
{
    /// <summary>Whether the exception states a fault of the command line or the machine, not of the server.</summary>
    public static bool IsKnown(Exception fault) => fault is AddressUnavailableException or DatabaseUnavailableException
        or DocumentRejectedException or ProxyRejectedException or TokenTakenException or StubsRejectedException;

    /// <summary>One sentence: the fact, then the advice.</summary>
    public static string Describe(Exception fault) =>
        AdviceOn(fault) is { } advice ? $"{fault.Message.TrimEnd('.')}; {advice}." : fault.Message;

    private static string? AdviceOn(Exception fault) => fault switch
    {
        AddressUnavailableException address => address.Fault switch
        {
            AddressFault.NotAnAddress => "use --host with 127.0.0.1, 0.0.0.0, ::1 or localhost",
            AddressFault.Taken => "choose another with --port, or --port 0 for a free one",
            AddressFault.NotAllowed => "choose one above 1023 with --port",
            AddressFault.NotOfThisMachine => "choose another with --host",
            _ => "choose another address with --host and --port",
        },
        DatabaseUnavailableException => "name another file with --database",
        TokenTakenException => "give each user a different token with --token",
        _ => null,
    };
}
