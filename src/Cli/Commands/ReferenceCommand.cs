using System.CommandLine;
using Microsoft.Extensions.Logging;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Serving;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.ReferenceImpl;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract reference</c>: serves the social-accounts API, with a database, until a signal ends it.</summary>
internal static class ReferenceCommand
{
    public static Command Build(TextWriter error, TimeProvider time)
    {
        var host = AddressOptions.Host();
        var allowedHosts = AddressOptions.AllowedHosts("the provider states");
        var port = AddressOptions.Port(8081);
        var database = new Option<string?>("--database")
        {
            Description = "The SQLite file; by default a temporary one.",
            HelpName = "FILE",
        };
        var users = RegisteredUserOption.Create();
        var providerStates = new Option<bool>("--provider-states")
        {
            Description = "Offer an endpoint that puts the server into provider states. It takes no token; it refuses requests to other "
                + "host names and from pages of other origins.",
        };

        var noCors = new Option<bool>("--no-cors") { Description = "Send no cross-origin headers." };

        var command = new Command("reference", "Serve the reference implementation of the social-accounts API.")
        {
            host, allowedHosts, port, database, users, providerStates, noCors,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new ReferenceOptions
            {
                Document = ShippedDocument.Path,
                Host = parsed.GetValue(host)!,
                AllowedHosts = parsed.GetValue(allowedHosts) ?? [],
                AllowHostAdvice = AddressOptions.AllowHostAdvice,
                Port = parsed.GetValue(port),
                Database = parsed.GetValue(database),
                Users = parsed.GetValue(users) ?? [],
                ProviderStates = parsed.GetValue(providerStates),
                Cors = !parsed.GetValue(noCors),
                Clock = time,
            };
            return ServerRun.UntilSignalAsync(() => ServeAsync(options, error, cancellationToken), error, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> ServeAsync(ReferenceOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        var loaded = await Interruptible.RunAsync(() => ContractLoader.Load(options.Document), cancellationToken);
        return await loaded.Match(
            api => ServeAsync(api, options, cancellationToken),
            diagnostics => Task.FromResult(UsageErrors.WriteRejected(diagnostics, error)));
    }

    private static async Task<ExitCode> ServeAsync(
        ContractDescription api, ReferenceOptions options, CancellationToken cancellationToken)
    {
        await using var log = ServerNotes.Create(StandardStreams.Error, options.Clock);
        await using var notes = ServerNotes.Create(
            StandardStreams.Output, options.Clock, sentence => log.Post($"social-contract: {sentence}\n"));
        using var messages = new MessageLog(log);
        await using var server = await ReferenceHost.StartAsync(
            api, options with { Logging = logging => Configure(logging, messages) }, cancellationToken);
        notes.Post(ReferenceStartReport.Text(options, server));
        await ServerRun.SignalAsync(options.Clock, cancellationToken);
        return ExitCode.Conforms;
    }

    /// <summary>Logs refused requests with the rules that they broke, and faults of the server itself.</summary>
    private static void Configure(ILoggingBuilder logging, MessageLog messages) => logging
        .AddFilter("Microsoft", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error)
        .AddProvider(messages);
}
