using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Reads files; explains in one sentence why a file cannot be read.</summary>
internal static class DocumentOpener
{
    /// <param name="real">The path that the opened file must have, without links; null: any.</param>
    public static bool TryRead(string path, LoadOptions options, out byte[] bytes, out DocumentFault fault, string? real = null)
    {
        bytes = [];
        fault = default;
        try
        {
            bytes = options.Open is { } open ? open(path) : RegularFile.Read(path, options.Limits.MaxFileBytes, real);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = Explain(path, problem, options);
            return false;
        }
    }

    private static DocumentFault Explain(string path, Exception problem, LoadOptions options)
    {
        if (problem is FileRefusedException refused)
        {
            return Fault(refused.Code, refused.Message + AdviceOn(refused, options));
        }

        if (problem is FileNotFoundException or DirectoryNotFoundException || path.Length == 0)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path.Length == 0 ? "." : path))!;
            var nearest = Directory.Exists(folder)
                ? NearestName.Find(
                    Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(1000).Select(name => Path.GetFileName(name)))
                : null;
            return Fault(DiagnosticCodes.FileMissing, $"there is no such file{(nearest is null ? "" : $"; did you mean {nearest}?")}");
        }

        return Fault(DiagnosticCodes.FileUnreadable, $"the file cannot be read: {problem.Message.TrimEnd('.')}");
    }

    private static string AdviceOn(FileRefusedException refused, LoadOptions options) =>
        refused.IsFolder ? "; give the path of the document in it"
        : refused.Code == DiagnosticCodes.FileTooLarge ? $", which {options.MaxFileBytesName} changes"
        : "";

    private static DocumentFault Fault(string code, string message) => new(code, DiagnosticSeverity.Error, 0, 0, message);
}
