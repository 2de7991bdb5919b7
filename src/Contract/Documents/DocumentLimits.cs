namespace SocialContract.Contract.Documents;

/// <summary>What a document may cost before it is refused.</summary>
public sealed record DocumentLimits
{
    public static DocumentLimits Default { get; } = new();

    /// <summary>Nested arrays and objects of a file. Documents nest deeper than messages; the bound keeps every walk off the end of the
    /// stack.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>Bytes of one file.</summary>
    public int MaxFileBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Bytes of JSON that YAML aliases and merge keys may add to a file: what tells a reused anchor from an alias bomb.</summary>
    public int MaxAliasBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Files that references may join.</summary>
    public int MaxFiles { get; init; } = 2000;
}
