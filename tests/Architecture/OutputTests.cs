using Mono.Cecil;

namespace SocialContract.Architecture;

/// <summary>
/// Secrets leave the kit only through code that writes: each type that does is listed with what keeps secrets out of it. A new one fails
/// this test until somebody has thought about that, and added it to the tests of all outputs.
/// </summary>
public class OutputTests
{
    /// <summary>What writes to something outside the process: a terminal, a file, a log, a connection.</summary>
    private static readonly string[] Writers =
    [
        "System.Console", "System.IO.TextWriter", "System.IO.StreamWriter", "System.IO.FileStream", "System.IO.File", "System.IO.Stream",
        "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.LoggerExtensions",
        "Microsoft.Extensions.Logging.LoggerMessage", "Spectre.Console.IAnsiConsole", "Spectre.Console.AnsiConsoleExtensions",
        "Microsoft.AspNetCore.Http.HttpResponseWritingExtensions", "Microsoft.AspNetCore.Http.HttpResponse",
        "Microsoft.AspNetCore.Http.TypedResults", "Microsoft.AspNetCore.Http.Results",
        "System.IO.Pipelines.PipeWriter", "System.Buffers.IBufferWriter`1", "System.Buffers.BuffersExtensions",
    ];

    private const string Exchanges = "writes exchanges and problems that passed the Redactor: MockOutputsTests";
    private const string Responses = "sends what the API responds; its problems passed the Redactor: MockOutputsTests";
    private const string Reports = "writes a VerificationReport, whose texts passed the Redactor when it was made: ReportedSecretsTests";
    private const string CommandLine = "writes to the command line's RedactedWriter: UsageSecretsTests, CommandOutputsTests";
    private const string Lines = "takes lines that its callers redacted";
    private const string Document = "writes what the document says, and nothing of a message";
    private const string Rules = "names rules and documented sentences, never a value";
    private const string Buffers = "writes to its caller's buffer: a body in memory, or a line that was redacted";
    private const string Requests = "sends a run's requests to its target: they carry the token";

    /// <summary>By the type's full name: what keeps secrets out of what it writes.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["SocialContract.MockServer.Logging.Log"] = Exchanges,
        ["SocialContract.MockServer.Logging.LoggedExchanges"] = Exchanges,
        ["SocialContract.MockServer.Logging.StandardErrorLog"] = Exchanges,
        ["SocialContract.Contract.AspNetCore.Logging.LineWriter`1"] = Lines,
        ["SocialContract.Contract.AspNetCore.Refusals.RefusalWriter"] = "writes Kestrel's reason, not its quotation: RefusedRequestTests",
        ["SocialContract.MockServer.Hosting.ResponseWriter"] = Responses,
        ["SocialContract.MockServer.Proxying.Recording.RecordingFolder"] = "writes exchanges that passed the Redactor: RecordingTests",
        ["SocialContract.MockServer.Stubs.Embedding.ConfinedFiles"] = "writes files as clients posted them: ServerEndpointsTests",
        ["SocialContract.MockServer.Logging.Utf8Output"] = Buffers,
        ["SocialContract.Contract.Generation.Data.GeneratedValue"] = Buffers,
        ["SocialContract.Contract.Generation.Data.JsonPieces"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Echoing.EchoConversion"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Echoing.EmbeddedText"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Echoing.TemplateCompiler"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Echoing.TemplatePiece"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Templates.DynamicTemplate"] = Buffers,
        ["SocialContract.Contract.Generation.Examples.Templates.FixedTemplate"] = Buffers,
        ["SocialContract.ReferenceImpl.Serving.BodyRefusal"] = "writes a limit and sentences of its own",
        ["SocialContract.ReferenceImpl.Serving.ContractRefusal"] = Rules,
        ["SocialContract.ReferenceImpl.Serving.Log"] = Rules,
        ["SocialContract.ReferenceImpl.Serving.MalformedRequestHandler"] = "quotes what Kestrel says of a malformed request",
        ["SocialContract.ReferenceImpl.ProviderStates.ProviderStatesEndpoint"] = Rules,
        ["SocialContract.Contract.Export.Folders.ExportFolder"] = Document,
        ["SocialContract.Cli.Commands.ExportCommand"] = Document,
        ["SocialContract.Cli.Terminal.LintOutput"] = Document,
        ["SocialContract.Cli.Terminal.ReferenceStartReport"] = CommandLine,
        ["SocialContract.Cli.Terminal.StartReport"] = CommandLine,
        ["SocialContract.Cli.Terminal.RunProgress"] = "writes numbers",
        ["SocialContract.Cli.Terminal.TerminalWriter"] = Reports,
        ["SocialContract.Cli.Secrets.RedactedWriter"] = CommandLine,
        ["SocialContract.Cli.Errors.UsageErrors"] = CommandLine,
        ["SocialContract.Cli.CommandProcess"] = CommandLine,
        ["SocialContract.Cli.Terminal.WriteOnlyStream"] = Lines,
        ["SocialContract.Cli.Terminal.ResultStream"] = Lines,
        ["SocialContract.Cli.Terminal.StandardStreams"] = Lines,
        ["SocialContract.Cli.Serving.ServerRun"] = CommandLine,
        ["SocialContract.Cli.Commands.VerifyOutcome"] = CommandLine,
        ["SocialContract.Cli.Commands.VerifyRun"] = CommandLine,
        ["SocialContract.Verification.Sending.Transport"] = Requests,
        ["SocialContract.Contract.Http.ContentCodings"] = "decodes a received body in memory",
        ["SocialContract.Verification.Reporting.GitHubAnnotations"] = Reports,
        ["SocialContract.Verification.Reporting.HtmlReport"] = Reports,
        ["SocialContract.Verification.Reporting.JUnitReport"] = Reports,
        ["SocialContract.Verification.Reporting.MarkdownReport"] = Reports,
        ["SocialContract.Verification.Reporting.ReportWriter"] = Reports,
        ["SocialContract.Verification.Reporting.Json.VerificationJson"] = Reports,
        ["SocialContract.Verification.Planning.PlanListing"] = Document,
        ["SocialContract.Verification.Baselines.BaselineWriter"] = Reports,
    };

    public static TheoryData<string> Projects => [.. Repository.Projects.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void A_type_that_writes_is_known(string project)
    {
        var known = Known.Keys.ToHashSet(StringComparer.Ordinal);
        Writing(project).Where(type => !known.Contains(type)).ShouldBeEmpty();
    }

    [Fact]
    public void A_known_type_still_writes() =>
        Known.Keys.Except(Repository.Projects.Keys.SelectMany(Writing)).ShouldBeEmpty();

    /// <summary>The types whose methods, or lambdas and state machines of theirs, call something that writes.</summary>
    private static IEnumerable<string> Writing(string project)
    {
        using var module = ModuleDefinition.ReadModule(Repository.Projects[project].Assembly.Location);
        return
        [
            .. module.Types
                .Where(type => type.Namespace.StartsWith("SocialContract", StringComparison.Ordinal))
                .Where(type => WithNested(type).SelectMany(part => part.Methods).Any(Writes))
                .Select(type => type.FullName),
        ];
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static bool Writes(MethodDefinition method) => method.HasBody && method.Body.Instructions
        .Select(instruction => instruction.Operand).OfType<MethodReference>()
        .Any(called => Writers.Contains(called.DeclaringType.GetElementType().FullName) && IsWriting(called.Name));

    private static bool IsWriting(string method) =>
        method.StartsWith("Write", StringComparison.Ordinal) || method.StartsWith("Append", StringComparison.Ordinal)
        || method is "Create" or "OpenWrite" or "OpenStandardOutput" or "OpenStandardError" or "get_Out" or "get_Error" or "Log"
            or "get_BodyWriter" or "Define" or "MarkupLine" or "get_Body" or "Text" or "Json" or "Problem" or "Copy" or "Advance"
            or "FlushAsync" or ".ctor";
}
