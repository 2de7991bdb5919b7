namespace SocialContract.Contract.Documents;

/// <summary>Limits of a document; a larger one is rejected.</summary>
public sealed record DocumentLimits
{
    public static DocumentLimits Default { get; } = new();

    /// <summary>
    /// The depth of nested arrays and objects in a file. Documents nest deeper than messages; the limit keeps recursive walks from
    /// exhausting the stack.
    /// </summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>The size of one file, in bytes. A larger one is not read.</summary>
    public int MaxFileBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>
    /// The JSON values in a file, those in arrays and objects included: each takes tens of bytes of memory, however short it is.
    /// </summary>
    public int MaxValues { get; init; } = 5_000_000;

    /// <summary>
    /// The bytes of JSON that the expansion of YAML aliases and merge keys may add to a file: protects against alias bombs.
    /// </summary>
    public int MaxAliasBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The number of files that a document may consist of.</summary>
    public int MaxFiles { get; init; } = 2000;
}
