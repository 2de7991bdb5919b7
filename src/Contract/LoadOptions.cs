using System.Collections.Frozen;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract;

/// <summary>Options of loading a document.</summary>
public sealed record LoadOptions
{
    public static LoadOptions Default { get; } = new();

    public DocumentLimits Limits { get; init; } = DocumentLimits.Default;

    /// <summary>Ids of rules that are not enforced, to make a faulty server. An unknown id is a warning.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>
    /// The size, in bytes, up to which all operations of a document are checked at load, so that faults are reported at once. The
    /// operations of larger documents are checked on first use (<see cref="ContractDescription.FaultsOf"/>).
    /// </summary>
    public int CheckUpToBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// Folders, besides the one of the document itself, whose files references may name. A file in any other folder is not read.
    /// </summary>
    public IReadOnlyList<string> AllowedFolders { get; init; } = [];

    /// <summary>What messages call <see cref="AllowedFolders"/>; a command line gives its flag.</summary>
    public string AllowedFoldersName { get; init; } = "LoadOptions.AllowedFolders";

    /// <summary>What messages call <see cref="DocumentLimits.MaxFileBytes"/>; a command line gives its flag.</summary>
    public string MaxFileBytesName { get; init; } = "DocumentLimits.MaxFileBytes";

    /// <summary>Reads files by their paths, in place of the disk; for tests. Then all folders are allowed.</summary>
    internal Func<string, byte[]>? Open { get; init; }
}
