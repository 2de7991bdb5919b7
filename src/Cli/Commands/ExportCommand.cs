using System.CommandLine;
using SocialContract.Cli.Errors;
using SocialContract.Cli.Options;
using SocialContract.Contract;
using SocialContract.Contract.Export.Folders;
using SocialContract.Contract.Export.Schemas;
using SocialContract.Contract.Export.WireMock;
using SocialContract.Contract.Export.WireMockNet;
using SocialContract.Contract.Reading;

namespace SocialContract.Cli.Commands;

/// <summary><c>social-contract export</c>: the contract in the formats of other tools.</summary>
internal static class ExportCommand
{
    /// <summary>The number of sentences about what is not exported that are printed; the README of the export has all.</summary>
    private const int ShownNotes = 10;

    public static Command Build(TextWriter output, TextWriter error) =>
        new("export", "Write the contract as files for other tools.")
        {
            Build("wiremock", "Stub mappings that WireMock 3 serves as it is: --root-dir DIR.", WireMockExport.Of, output, error),
            Build("wiremock.net", "Static mappings that WireMock.Net 2 serves.", WireMockNetExport.Of, output, error),
            Build("schemas", "Standalone JSON Schema 2020-12 files of requests and responses.", SchemaExport.Of, output, error),
        };

    private static Command Build(
        string name, string description, Func<ContractDescription, ExportResult> export, TextWriter output, TextWriter error)
    {
        var document = new DocumentOptionSet();
        var folder = CreateOut();
        var command = new Command(name, description) { folder };
        document.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Interruptible.RunAsync(
            () => (int)ContractLoader.Load(document.Path(parsed), document.Loading(parsed)).Match(
                api => Write(export(api), parsed.GetValue(folder)!, output, error),
                diagnostics => UsageErrors.WriteRejected(diagnostics, error)),
            cancellationToken));
        return command;
    }

    private static Option<string> CreateOut()
    {
        var option = new Option<string>("--out")
        {
            Description = "The folder to write: a new one, an empty one, or one that holds only a former export, which is replaced.",
            HelpName = "DIR",
            Required = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--out takes the path of a folder; found ''.");
            }
        });
        return option;
    }

    private static ExitCode Write(ExportResult export, string folder, TextWriter output, TextWriter error)
    {
        if (ExportFolder.Write(folder, export.Files) is { } refused)
        {
            UsageErrors.Write([refused], error);
            return ExitCode.Usage;
        }

        output.WriteLine($"{export.Files.Count} files in {folder}");
        foreach (var note in export.Notes.Take(ShownNotes))
        {
            output.WriteLine($"not exported: {note}");
        }

        if (export.Notes.Count > ShownNotes)
        {
            output.WriteLine($"not exported: {export.Notes.Count - ShownNotes} more, which README.md in the folder lists");
        }

        return ExitCode.Conforms;
    }
}
