using System.CommandLine;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary>
/// The options that decide which requests are planned, the same for <c>verify</c> and <c>plan</c>, so that both print the same hash.
/// </summary>
internal sealed class PlanOptionSet
{
    public DocumentOptionSet Document { get; } = new();

    public Option<string[]> Only { get; } = new("--only")
    {
        Description = "Test only operations, checks or cases that match the pattern; * matches any text (repeatable).",
        HelpName = "PATTERN",
    };

    public Option<bool> ReadOnly { get; } = new("--read-only")
    {
        Description = "Send only requests with safe methods (GET, HEAD, OPTIONS, TRACE), which change nothing.",
    };

    public Option<ulong> Seed { get; } = NumberOption.Seed("Varies the names and ids in requests.");

    public Option<string?> ProviderStatesUrl { get; } =
        UrlOption.Create(
            "--provider-states-url",
            "CONTRACT_PROVIDER_STATES_URL",
            "The endpoint that puts the server into provider states, as with Pact",
            TargetUrl.FaultOf);

    public void AddTo(Command command)
    {
        Document.AddTo(command);
        command.Options.Add(Only);
        command.Options.Add(ReadOnly);
        command.Options.Add(Seed);
        command.Options.Add(ProviderStatesUrl);
    }

    public PlanOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(Seed),
        Only = parsed.GetValue(Only) ?? [],
        ReadOnly = parsed.GetValue(ReadOnly),
        HasProviderStates = parsed.GetValue(ProviderStatesUrl) is not null,
    };
}
