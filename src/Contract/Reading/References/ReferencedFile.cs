using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Reads the file that a reference names, if it is in the document's folder or an allowed one.</summary>
internal static class ReferencedFile
{
    /// <summary>The bytes, or the reason why the file is not read: the end of a sentence that begins with the reference.</summary>
    /// <param name="uri">Absolute, <c>file:</c>.</param>
    public static FileResult Read(Uri uri, DocumentFolders folders, LoadOptions options)
    {
        if (uri.Host.Length > 0)
        {
            return new FileResult.Refused(
                DiagnosticCodes.ReferenceRemote, "is on another host and is not read; save the file next to this one and refer to it");
        }

        var path = uri.LocalPath;
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return new FileResult.Refused(DiagnosticCodes.ReferenceSyntax, "contains a NUL character (%00), which no file's name has");
        }

        string? real = null;
        if (options.Open is null)
        {
            real = Path.IsPathFullyQualified(path) ? RealPath.Of(path) : path;
            if (real is null)
            {
                return new FileResult.Refused(
                    DiagnosticCodes.ReferenceFile, "cannot be read: its symbolic links form a loop, or there are more than 40");
            }

            // Asked before anything else is: whether a file outside exists is not this document's to learn.
            if (!folders.Contain(real))
            {
                return new FileResult.Refused(
                    DiagnosticCodes.ReferenceOutside, Outside(real != path && folders.Enclose(Path.GetFullPath(path)), options));
            }
        }

        if (DocumentOpener.TryRead(real ?? path, options, out var bytes, out var problem, real))
        {
            return new FileResult.Read(bytes);
        }

        var hint = problem.Code == DiagnosticCodes.FileMissing && path.Contains('\\', StringComparison.Ordinal)
            ? "; the folders of a reference are separated by /, not by \\"
            : "";
        return new FileResult.Refused(DiagnosticCodes.ReferenceFile, $"cannot be read: {problem.Message}{hint}");
    }

    private static string Outside(bool isLink, LoadOptions options) =>
        $"{(isLink ? "leads through a symbolic link out of" : "is outside")} the document's folder, so it is not read; "
            + $"to read it, allow a folder that contains it with {options.AllowedFoldersName}";
}

/// <summary>The result of reading a referenced file.</summary>
internal abstract record FileResult
{
    private FileResult()
    {
    }

    internal sealed record Read(byte[] Bytes) : FileResult;

    /// <summary>The file is not read.</summary>
    /// <param name="Reason">What follows the reference in a sentence.</param>
    internal sealed record Refused(string Code, string Reason) : FileResult;
}
