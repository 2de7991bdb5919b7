using System.Collections.Frozen;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract;

/// <summary>How a document is loaded.</summary>
public sealed record LoadOptions
{
    public static LoadOptions Default { get; } = new();

    public DocumentLimits Limits { get; init; } = DocumentLimits.Default;

    /// <summary>Ids of rules that are never enforced: what makes a faulty server. An id that the document does not have is a
    /// diagnostic.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>
    /// Documents of up to this many bytes have all their operations checked at load, so that faults show at once; the operations of larger
    /// ones are checked
    /// when they are first used (<see cref="ContractDescription.Check"/>).
    /// </summary>
    public int CheckUpToBytes { get; init; } = 1024 * 1024;

    /// <summary>Opens a referenced file by its path; by default from the disk.</summary>
    internal Func<string, byte[]> Open { get; init; } = File.ReadAllBytes;
}
