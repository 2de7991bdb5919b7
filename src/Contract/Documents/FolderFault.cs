namespace SocialContract.Contract.Documents;

/// <summary>Why files cannot be written to a folder.</summary>
internal static class FolderFault
{
    /// <summary>A clause without an end: <c>access is denied</c>.</summary>
    public static string Of(string folder, Exception fault) => fault switch
    {
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "its path is too long",
        FileNotFoundException or DirectoryNotFoundException => "no folder can be created there",
        _ when File.Exists(folder) => "it is a file",
        _ => fault.Message.TrimEnd('.'),
    };
}
