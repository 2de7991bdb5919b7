using System.CommandLine;
using Microsoft.Extensions.Logging;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Serving;
using SocialContract.Cli.Terminal;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer;
using SocialContract.MockServer.Logging;

namespace SocialContract.Cli.Commands;

/// <summary>
/// <c>social-contract mock</c>: serves a mock of a document until a signal ends it. <c>social-contract proxy</c>: the same in front of a
/// server.
/// </summary>
internal static class MockCommand
{
    /// <summary>As many entries of ordinary size take 800 MB.</summary>
    private const int MaxJournal = 100_000;

    private const string AdminTokenVariable = "CONTRACT_ADMIN_TOKEN";

    /// <param name="proxy">The options of forwarding, with the command that has them.</param>
    public static Command Build(TextWriter error, TimeProvider time, ProxyOptionSet proxy)
    {
        var document = new DocumentOptionSet();
        var host = AddressOptions.Host();
        var allowedHosts = AddressOptions.AllowedHosts(AdminPath.Prefix);
        var port = AddressOptions.Port(8080);
        var dynamic = new Option<bool>("--dynamic")
        {
            Description = "Generate every response instead of using examples; it varies with the seed, path and body.",
        };
        var seed = NumberOption.Seed("The seed of generated data.");
        var ignoreExamples = new Option<bool>("--ignore-examples")
        {
            Description = "Generate one stable response for each operation instead of using examples.",
        };
        var errors = new Option<bool>("--errors")
        {
            Description = "Respond with 500 and the reasons if a response would break the document.",
        };
        var noCors = new Option<bool>("--no-cors") { Description = "Send no cross-origin headers." };
        var tokens = new Option<string[]>("--token")
        {
            Description = "Accept only this token (repeatable); by default any well-formed one.",
            HelpName = "TOKEN",
        };
        var log = ChoiceOption.Create("--log", "How request lines are written.", "text", "text", "json");
        var maxBody = NumberOption.Create("--max-body", "The largest request body, in bytes.", "BYTES", 1, int.MaxValue, 10 * 1024 * 1024);
        var maxBodies = NumberOption.Create(
            "--max-bodies",
            "The size of all request bodies held at once, in bytes; more wait, then get 503.",
            "BYTES",
            1,
            int.MaxValue,
            (int)BodyBudget.UsualBytes);
        var journal = NumberOption.Create(
            "--journal",
            "The number of requests that /__admin/requests shows, of ordinary size; 0 keeps none.",
            "N",
            0,
            MaxJournal,
            1000);
        var mappings = new Option<string?>("--mappings")
        {
            Description = "Load the stubs of this folder (mappings/*.json, __files/), as WireMock lays it out.",
            HelpName = "DIR",
        };
        var strictStubs = new Option<bool>("--strict-stubs") { Description = "Refuse stubs that the document contradicts." };
        var stateful = new Option<bool>("--stateful")
        {
            Description = "Keep what requests create, change and delete, beginning with the document's examples.",
        };
        var adminToken = new Option<string?>("--admin-token")
        {
            Description = $"What requests to {AdminPath.Prefix} carry as Authorization: Bearer TOKEN; by default {AdminTokenVariable}. "
                + "Writes need one where --host is not loopback.",
            HelpName = "TOKEN",
        };
        adminToken.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var token }] && string.IsNullOrWhiteSpace(token))
            {
                result.AddError("--admin-token is empty, so that no request could carry it; give a token, or leave the option out.");
            }
        });
        var adminDialect = ChoiceOption.Create(
            "--admin-dialect",
            $"Whose form {AdminPath.Prefix} answers in; it accepts stubs in both.",
            "wiremock",
            "wiremock",
            "wiremock.net");
        var noReload = new Option<bool>("--no-reload") { Description = "Do not reload the document when it changes." };

        var command = new Command(proxy.Command, proxy.Description)
        {
            host, allowedHosts, port, dynamic, seed, ignoreExamples, errors, noCors, tokens, mappings, strictStubs, adminToken,
            adminDialect, log, maxBody, maxBodies, journal, stateful, noReload,
        };
        document.AddTo(command);
        proxy.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new MockOptions
            {
                Document = document.Path(parsed),
                Loading = document.Loading(parsed),
                Host = parsed.GetValue(host)!,
                AllowedHosts = parsed.GetValue(allowedHosts) ?? [],
                AllowHostAdvice = AddressOptions.AllowHostAdvice,
                OptionAdvice = static member => member == nameof(MockOptions.AdminToken) ? "--admin-token TOKEN" : "--mappings DIR",
                Port = parsed.GetValue(port),
                Dynamic = parsed.GetValue(dynamic),
                Seed = parsed.GetValue(seed),
                IgnoreExamples = parsed.GetValue(ignoreExamples),
                FailOnBrokenResponses = parsed.GetValue(errors),
                Cors = !parsed.GetValue(noCors),
                Tokens = parsed.GetValue(tokens) ?? [],
                MaxBodyBytes = parsed.GetValue(maxBody),
                MaxHeldBodyBytes = parsed.GetValue(maxBodies),
                JournalEntries = parsed.GetValue(journal),
                MappingsFolder = parsed.GetValue(mappings),
                StrictStubs = parsed.GetValue(strictStubs),
                Proxy = proxy.Read(parsed),
                Stateful = parsed.GetValue(stateful),
                AdminToken = parsed.GetValue(adminToken)
                    ?? (Environment.GetEnvironmentVariable(AdminTokenVariable) is { Length: > 0 } variable ? variable : null),
                AdminDialect = parsed.GetValue(adminDialect) == "wiremock.net" ? AdminDialect.WireMockNet : AdminDialect.WireMock,
                Reload = !parsed.GetValue(noReload),
                TimeProvider = time,
            };
            var format = Enum.Parse<LogFormat>(parsed.GetValue(log)!, ignoreCase: true);
            return ServerRun.UntilSignalAsync(() => ServeAsync(options, format, error, cancellationToken), error, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> ServeAsync(
        MockOptions options, LogFormat format, TextWriter error, CancellationToken cancellationToken)
    {
        var loaded = await Interruptible.RunAsync(
            () => ContractLoader.Load(options.Document, options.Loading), cancellationToken);
        return await loaded.Match(
            api => ServeAsync(api, options, format, error, cancellationToken),
            diagnostics => Task.FromResult(UsageErrors.WriteRejected(diagnostics, error)));
    }

    private static async Task<ExitCode> ServeAsync(
        ContractDescription api, MockOptions options, LogFormat format, TextWriter error, CancellationToken cancellationToken)
    {
        await using var notes = ServerNotes.Create(StandardStreams.Error, options.TimeProvider);
        await using var log = new StreamLog(
            StandardStreams.Output,
            format,
            TerminalSettings.OfProcess.Colour,
            options.TimeProvider,
            report: sentence => notes.Post($"social-contract: {sentence}\n"));
        using var loggers = new LoggerFactory([log]);
        await using var mock = await MockHost.StartAsync(api, options with { LoggerFactory = loggers }, cancellationToken);
        Action<string> report = format == LogFormat.Json ? text => notes.Post(text) : log.Text;
        var redactor = await Interruptible.RunAsync(() => Redactor.Of(api, options.Tokens), cancellationToken);
        if (options.Proxy is { } proxy)
        {
            report(redactor.Text($"Requests go to {proxy.Url.AbsoluteUri.TrimEnd('/')}\n"));
        }

        report(redactor.Text(StartReport.Banner(api, mock.Url)));
        if (format == LogFormat.Json)
        {
            log.Started(mock.Url);
        }

        report(await Interruptible.RunAsync(() => redactor.Text(StartReport.Operations(api, options, mock.Url)), cancellationToken));
        await ServerRun.SignalAsync(options.TimeProvider, mock.ShutdownRequested, cancellationToken);
        return ExitCode.Conforms;
    }
}
