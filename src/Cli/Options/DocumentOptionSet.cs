using System.CommandLine;
using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary>Which document is read, and which files it may consist of: the same for every command that reads one.</summary>
internal sealed class DocumentOptionSet
{
    /// <summary>A file is kept in memory several times while it is read, as bytes and as text. Bytes.</summary>
    private const int LargestFile = 1_000_000_000;

    public Option<string> Spec { get; } = SpecOption.Create();

    private Option<string[]> AllowedFolders { get; } = CreateAllowRefs();

    private Option<int> MaxFile { get; } = NumberOption.Create(
        "--max-file",
        "The largest file of the document, in bytes; a larger one is not read.",
        "BYTES",
        1,
        LargestFile,
        DocumentLimits.Default.MaxFileBytes);

    public void AddTo(Command command)
    {
        command.Options.Add(Spec);
        command.Options.Add(AllowedFolders);
        command.Options.Add(MaxFile);
    }

    public string Path(ParseResult parsed) => parsed.GetValue(Spec)!;

    public LoadOptions Loading(ParseResult parsed) => new()
    {
        AllowedFolders = parsed.GetValue(AllowedFolders) ?? [],
        AllowedFoldersName = "--allow-refs DIR",
        MaxFileBytesName = "--max-file",
        Limits = DocumentLimits.Default with { MaxFileBytes = parsed.GetValue(MaxFile) },
    };

    private static Option<string[]> CreateAllowRefs()
    {
        var option = new Option<string[]>("--allow-refs")
        {
            Description = "Let references name files in this folder, too, besides the folder of the document (repeatable); "
                + "by default CONTRACT_ALLOW_REFS.",
            HelpName = "DIR",
            DefaultValueFactory = _ => [.. ContractEnvironment.Process.AllowedFolders],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Directory.Exists(token.Value)))
            {
                result.AddError($"--allow-refs takes a folder that exists; found '{token.Value}'.");
            }

            foreach (var fault in result.Implicit ? ContractEnvironment.Process.FolderFaults : [])
            {
                result.AddError(fault);
            }
        });
        return option;
    }
}
