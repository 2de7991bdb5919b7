using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.Exchanges;
using SocialContract.MockServer.Proxying;

namespace SocialContract.MockServer;

/// <summary>Options of a mock server. The defaults are those of the command line.</summary>
public sealed record MockOptions
{
    /// <summary>The OpenAPI document, JSON or YAML.</summary>
    public required string Document { get; init; }

    /// <summary>The limits of the document, and the folders whose files it may refer to.</summary>
    public LoadOptions Loading { get; init; } = LoadOptions.Default;

    /// <summary>An IP address or <c>localhost</c>; by default loopback, because a mock accepts requests from anyone.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>
    /// Names, besides <see cref="Host"/> and those of this machine, by which clients may reach <c>/__admin</c>: a container's service name.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// What a refusal advises in order to allow a name, the rest of a sentence after 'to allow it,'; a command line names its flag.
    /// </summary>
    public Func<string, string> AllowHostAdvice { get; init; } = static name => $"add {name} to MockOptions.AllowedHosts";

    /// <summary>
    /// What requests to <c>/__admin</c> carry, but for its health: <c>Authorization: Bearer TOKEN</c>. Null: none is needed to read, and to
    /// write only where the mock listens on another address than loopback: such requests are refused then.
    /// </summary>
    public string? AdminToken { get; init; }

    /// <summary>Whose form <c>/__admin</c> answers in; stubs are accepted in both forms whatever it is.</summary>
    public AdminDialect AdminDialect { get; init; }

    /// <summary>
    /// How a refusal names the option that would help, of which it gets the member's name; a command line names its flag.
    /// </summary>
    public Func<string, string> OptionAdvice { get; init; } = static member => $"MockOptions.{member}";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>Whether every response is generated, even if the document has examples; it varies with seed, path and body.</summary>
    public bool Dynamic { get; init; }

    /// <summary>The seed of generated data; requests with the same seed, path and body get the same response.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether one stable response for each operation is generated instead of using the document's examples.</summary>
    public bool IgnoreExamples { get; init; }

    /// <summary>Whether a response that would break the document is replaced by a 500 with the reasons.</summary>
    public bool FailOnBrokenResponses { get; init; }

    public bool Cors { get; init; } = true;

    /// <summary>The accepted tokens; if there are none, any well-formed token is accepted.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>The largest request body, in bytes; larger ones get 413.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>
    /// The maximum number of bytes of request bodies that are held at once. A request without room waits up to 10 seconds, then gets 503.
    /// </summary>
    public long MaxHeldBodyBytes { get; init; } = BodyBudget.UsualBytes;

    /// <summary>Whether the document is reloaded when its file, or a file that it refers to, is saved.</summary>
    public bool Reload { get; init; } = true;

    /// <summary>The ids of rules that are not enforced, for a mock that is faulty on purpose.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>
    /// The folder of stubs, as WireMock lays it out: <c>mappings/*.json</c> and <c>__files/</c>; null: there are no stubs at first, and
    /// stubs send no files.
    /// </summary>
    public string? MappingsFolder { get; init; }

    /// <summary>Whether a stub that the document contradicts is refused; otherwise it is kept, and logged as a warning.</summary>
    public bool StrictStubs { get; init; }

    /// <summary>Stubs that are posted or come from files.</summary>
    internal int MaxStubs { get; init; } = 10_000;

    /// <summary>The size of these. Bytes.</summary>
    internal long MaxStubBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>
    /// The server that requests are forwarded to; null: the contract responds to what no stub matches. A mock that does not listen on
    /// loopback forwards no request without these, neither by a stub's <c>proxyBaseUrl</c> nor by a recording.
    /// </summary>
    public ProxyOptions? Proxy { get; init; }

    /// <summary>
    /// Whether the mock keeps what requests create, change and delete, and shows it in later responses; it begins with the resources of the
    /// document's examples.
    /// </summary>
    public bool Stateful { get; init; }

    /// <summary>The receivers of each exchange: a log, a journal, a recording.</summary>
    public IReadOnlyList<IExchangeSink> Sinks { get; init; } = [];

    /// <summary>
    /// The number of exchanges in the journal, which <see cref="MockHost.Requests"/> and <c>/__admin/requests</c> read: the last ones,
    /// fewer if they take more than 8 KiB each on average. 0: no journal is kept.
    /// </summary>
    public int JournalEntries { get; init; } = 1000;

    /// <summary>Whether the journal shows secrets, which are otherwise redacted.</summary>
    public bool JournalSecrets { get; init; }

    /// <summary>
    /// Where requests, reloads and faults of the mock are logged; null: faults and rejected reloads go to standard error, and nothing else
    /// is logged. Requests have their own category, whose name ends in <c>.Requests</c>.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock for delays, measured times, and the checks for saved files.</summary>
#pragma warning disable RS0030 // The default for whoever composes the application.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
