using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Terminal;
using SocialContract.ReferenceImpl;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract reference</c>: serves the social-accounts API, with a database, until a signal ends it.</summary>
internal static class ReferenceCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var host = AddressOptions.Host();
        var port = AddressOptions.Port(8081);
        var database = new Option<string?>("--database")
        {
            Description = "The SQLite file; by default a temporary one.",
            HelpName = "FILE",
        };
        var users = RegisteredUserOption.Create();
        var providerStates = new Option<bool>("--provider-states")
        {
            Description = "Offer an endpoint that puts the server into provider states, open to every caller.",
        };

        var command = new Command("reference", "Serve the reference implementation of the social-accounts API.")
        {
            host, port, database, users, providerStates,
        };
        command.SetAction(parsed => ServeAsync(
            new ReferenceOptions
            {
                Document = ShippedDocument.Path,
                Host = parsed.GetValue(host)!,
                Port = parsed.GetValue(port),
                Database = parsed.GetValue(database),
                Users = parsed.GetValue(users) ?? [],
                ProviderStates = parsed.GetValue(providerStates),
                Logging = LogToStandardError,
            },
            output,
            error));
        return command;
    }

    private static async Task<int> ServeAsync(ReferenceOptions options, TextWriter output, TextWriter error)
    {
        try
        {
            using var signals = new TerminationSignals();
            await using var server = await ReferenceHost.StartAsync(options);
            ReferenceStartReport.Write(output, options, server);
            await signals.Received;
            return (int)ExitCode.Conforms;
        }
        catch (Exception fault) when (StartFaults.IsKnown(fault))
        {
            error.WriteLine($"social-contract: {StartFaults.Describe(fault)}");
            return (int)ExitCode.Usage;
        }
    }

    /// <summary>Logs refused requests with the rules that they broke, and faults of the server itself.</summary>
    private static void LogToStandardError(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
