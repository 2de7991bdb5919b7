using System.CommandLine;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary>
/// <c>--spec FILE</c>, the same for every command: else <c>CONTRACT_SPEC</c>, else the document shipped beside the executable.
/// </summary>
internal static class SpecOption
{
    private const string Variable = "CONTRACT_SPEC";

    public static Option<string> Create()
    {
        var option = new Option<string>("--spec")
        {
            Description = $"The OpenAPI document, YAML or JSON; by default {Variable} or the shipped document.",
            HelpName = "FILE",
            DefaultValueFactory = _ => FromEnvironment ?? ShippedDocument.Path,
        };
        option.Validators.Add(result =>
        {
            if (result is { Implicit: true } && FromEnvironment is { } named && !File.Exists(named))
            {
                result.AddError($"{Variable} names '{named}', and there is no such file; correct it, or give --spec FILE.");
            }

            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--spec takes the path of an OpenAPI document; found ''.");
            }
        });
        return option;
    }

    private static string? FromEnvironment => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;
}
