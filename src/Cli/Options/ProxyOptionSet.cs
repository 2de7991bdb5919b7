using System.CommandLine;
using SocialContract.MockServer.Proxying;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary>The options of forwarding requests to a server: those of <c>proxy</c>, which has to, and of <c>mock</c>, which may.</summary>
internal sealed class ProxyOptionSet
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);

    private readonly Option<string?> _url;

    private readonly Option<bool> _failOnViolation = new("--fail-on-violation")
    {
        Description = "Respond with 502 and the reasons if a forwarded request or its response breaks the document. Passed on unchecked: "
            + "paths and methods that the document does not have, streams, bodies over --max-response, "
            + "codings other than gzip, deflate and br.",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Write the server's responses to this folder, as stubs in WireMock's layout and without secrets.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _keepHost = new("--keep-host")
    {
        Description = "Forward the client's Host; otherwise the server gets its own.",
    };

    private readonly Option<TimeSpan?> _timeout = SecondsOption.Create(
        "--proxy-timeout", "The longest wait for a response of the server; by default 30.");

    private readonly Option<int> _maxResponse = NumberOption.Create(
        "--max-response",
        "The largest response body of the server that is checked, in bytes; larger ones are passed on unchecked.",
        "BYTES",
        1,
        1024 * 1024 * 1024,
        10 * 1024 * 1024);

    private readonly bool _isRequired;

    private ProxyOptionSet(string command, string description, string name, string purpose, bool isRequired)
    {
        (Command, Description, _isRequired) = (command, description, isRequired);
        _url = new(name) { Description = purpose, HelpName = "URL" };
        _url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && TargetUrl.FaultOfBase(token.Value) is { } fault)
            {
                result.AddError($"{name} {fault}");
            }
        });
    }

    public static ProxyOptionSet OfMock => new(
        "mock",
        "Serve a mock of the document.",
        "--proxy",
        "Forward requests to this server, check both directions, and respond as the mock where the server is down or says 501.",
        isRequired: false);

    public static ProxyOptionSet OfProxy => new(
        "proxy",
        "Forward requests to a server, and check both directions against the document.",
        "--url",
        "The server's base URL; the mock responds where it is down or says 501.",
        isRequired: true);

    /// <summary>The command's name.</summary>
    public string Command { get; }

    /// <summary>The command's description.</summary>
    public string Description { get; }

    public void AddTo(Command command)
    {
        IReadOnlyList<Option> others = [_record, _failOnViolation, _keepHost, _timeout, _maxResponse];
        command.Options.Add(_url);
        foreach (var option in others)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(_url) is not null)
            {
                return;
            }

            if (_isRequired)
            {
                result.AddError($"{Command} takes a server's base URL: --url http://127.0.0.1:3000.");
            }
            else if (others.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                result.AddError($"{given.Name} has no effect without --proxy URL.");
            }
        });
    }

    /// <summary>Null: requests are not forwarded.</summary>
    public ProxyOptions? Read(ParseResult parsed) => parsed.GetValue(_url) is { } url
        ? new ProxyOptions
        {
            Url = new Uri(url),
            FailOnViolation = parsed.GetValue(_failOnViolation),
            KeepHost = parsed.GetValue(_keepHost),
            Timeout = parsed.GetValue(_timeout) ?? UsualTimeout,
            MaxResponseBytes = parsed.GetValue(_maxResponse),
            RecordFolder = parsed.GetValue(_record),
        }
        : null;
}
