using System.CommandLine;

namespace SocialApi.Cli.Commands;

/// <summary><c>--spec FILE</c>, the same for every command: else <c>CONTRACT_SPEC</c>, else the document shipped beside the executable.</summary>
internal static class SpecOption
{
    public static Option<string> Create() => new("--spec")
    {
        Description = "The OpenAPI document, YAML or JSON.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CONTRACT_SPEC") is { Length: > 0 } path ? path : Shipped,
    };

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");
}
