using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;

namespace SocialContract.MockServer;

/// <summary>What a mock server is started with. Every default is the command line's.</summary>
public sealed record MockOptions
{
    /// <summary>The OpenAPI document, JSON or YAML.</summary>
    public required string Document { get; init; }

    /// <summary>An IP address or <c>localhost</c>. Loopback unless asked otherwise, since a mock answers anybody.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>Generate every answer, even where the document has examples.</summary>
    public bool Dynamic { get; init; }

    /// <summary>Seeds generated data; the same seed, path and body get the same answer.</summary>
    public ulong Seed { get; init; }

    /// <summary>Generate instead of using the document's examples, one stable answer for each request.</summary>
    public bool IgnoreExamples { get; init; }

    /// <summary>Answer 500 with the reasons where an answer would not fit the document.</summary>
    public bool FailOnBrokenAnswers { get; init; }

    public bool Cors { get; init; } = true;

    /// <summary>The tokens that are accepted; none: any well-formed one.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>Larger request bodies get 413. Bytes.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Whether saving the document, or a file that it refers to, reloads it.</summary>
    public bool Reload { get; init; } = true;

    /// <summary>Rules that are not enforced, by id: a faulty server on purpose.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>What receives each exchange: a log, a journal, a recording.</summary>
    public IReadOnlyList<IExchangeSink> Sinks { get; init; } = [];

    /// <summary>
    /// Where requests, reloads and faults of the mock are logged; null: nowhere. Requests have a category of their own, which ends in
    /// <c>.Requests</c>.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Holds responses back, measures them, and paces the looks at the document's files.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
