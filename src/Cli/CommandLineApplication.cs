using System.CommandLine;
using SocialContract.Cli.Commands;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Secrets;

namespace SocialContract.Cli;

/// <summary>The command line: parse, call, print, exit.</summary>
public static class CommandLineApplication
{
    /// <summary>Runs one command. Never throws for bad input: that is one sentence on <paramref name="error"/> and an exit code.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var redactor = ArgumentSecrets.Redactor(arguments, Environment.GetEnvironmentVariables());
        (output, error) = (new RedactedWriter(output, redactor), new RedactedWriter(error, redactor));
        var parsed = Root(output, error).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            UsageErrors.Write(UsageErrors.Describe(parsed), error);
            return ExitCode.Usage;
        }

        return (ExitCode)await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // The servers handle SIGINT and SIGTERM themselves and finish the requests in flight.
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>All commands, which write to these.</summary>
    internal static RootCommand Root(TextWriter output, TextWriter error) =>
        new("Mock servers, validators and contract tests from one OpenAPI document.")
        {
            MockCommand.Build(output, error),
            LintCommand.Build(output, error),
            ReferenceCommand.Build(output, error),
            VerifyCommand.Build(output, error),
            PlanCommand.Build(output, error),
        };
}
