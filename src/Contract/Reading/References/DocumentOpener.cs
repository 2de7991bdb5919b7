using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Reads files; explains in one sentence why a file cannot be read.</summary>
internal static class DocumentOpener
{
    public static bool TryRead(string path, LoadOptions options, out byte[] bytes, out DocumentFault fault)
    {
        bytes = [];
        fault = default;
        try
        {
            bytes = options.Open(path);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = Explain(path, problem);
            return false;
        }
    }

    private static DocumentFault Explain(string path, Exception problem)
    {
        if (Directory.Exists(path))
        {
            return Fault(DiagnosticCodes.FileUnreadable, "this is a folder; give the path of the description in it");
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

    private static DocumentFault Fault(string code, string message) => new(code, DiagnosticSeverity.Error, 0, 0, message);
}
