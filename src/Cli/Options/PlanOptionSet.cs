using System.CommandLine;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary>
/// The options that decide which requests there are, the same for <c>verify</c> and <c>plan</c>: so that both print one hash.
/// </summary>
internal sealed class PlanOptionSet
{
    public Option<string> Spec { get; } = SpecOption.Create();

    public Option<string[]> Only { get; } = new("--only")
    {
        Description = "Ask only about rules or operations that fit the pattern; * stands for anything (repeatable).", HelpName = "PATTERN",
    };

    public Option<ulong> Seed { get; } = NumberOption.Seed("Varies the names and ids that requests hold.");

    public Option<string?> ProviderStatesUrl { get; } =
        UrlOption.Create(
            "--provider-states-url", "CONTRACT_PROVIDER_STATES_URL", "Where the server is put into states, as Pact does", TargetUrl.FaultOf);

    public void AddTo(Command command)
    {
        command.Options.Add(Spec);
        command.Options.Add(Only);
        command.Options.Add(Seed);
        command.Options.Add(ProviderStatesUrl);
    }

    public PlanOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(Seed),
        Only = parsed.GetValue(Only) ?? [],
        HasProviderStates = parsed.GetValue(ProviderStatesUrl) is not null,
    };
}
