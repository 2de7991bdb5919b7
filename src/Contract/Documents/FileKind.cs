namespace SocialContract.Contract.Documents;

/// <summary>What a path names.</summary>
internal enum FileKind
{
    /// <summary>The operating system does not tell.</summary>
    Unknown,
    Regular,
    Folder,
    Pipe,
    Socket,
    Device,
}
