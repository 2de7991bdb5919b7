using System.CommandLine;
using SocialContract.Cli.Commands;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Cli.Secrets;

namespace SocialContract.Cli;

/// <summary>The command line: parse, call, print, exit.</summary>
public static class CommandLineApplication
{
    /// <summary>An argument that begins with @ is a value, such as a token, and not the name of a file of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command. Never throws for bad input: that is one sentence on <paramref name="error"/> and an exit code.</summary>
    /// <param name="time">The clock of everything that the command does.</param>
    /// <param name="cancellationToken">Ends a server as it should end, and any other command without a result.</param>
    public static async Task<ExitCode> RunAsync(
        string[] arguments, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var redactor = ArgumentSecrets.Redactor(arguments, Environment.GetEnvironmentVariables());
        (output, error) = (new RedactedWriter(output, redactor), new RedactedWriter(error, redactor));
        var parsed = Root(output, error, time).Parse(arguments, Parsing);
        if (parsed.Errors.Count > 0)
        {
            UsageErrors.Write(UsageErrors.Describe(parsed, arguments), error);
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Signals are the process's: each command gets the token.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            UsageErrors.Write([$"{parsed.CommandResult.Command.Name} was interrupted; nothing is reported."], error);
            return ExitCode.NotTested;
        }
    }

    /// <summary>All commands, which write to these.</summary>
    internal static RootCommand Root(TextWriter output, TextWriter error, TimeProvider time) =>
        new("Mock servers, validators and contract tests from one OpenAPI document.")
        {
            MockCommand.Build(error, time, ProxyOptionSet.OfMock),
            MockCommand.Build(error, time, ProxyOptionSet.OfProxy),
            LintCommand.Build(output, error),
            ReferenceCommand.Build(error, time),
            VerifyCommand.Build(output, error, time),
            PlanCommand.Build(output, error),
            ExportCommand.Build(output, error),
        };
}
