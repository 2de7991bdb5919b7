using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Verification.Baselines;

/// <summary>
/// Reads a baseline file, YAML or JSON: <c>known:</c> with a list of <c>{rule, operation, until: YYYY-MM-DD, note}</c>, the note optional.
/// </summary>
internal static class BaselineLoader
{
    private static readonly DocumentLimits Limits = new() { MaxDepth = 16, MaxFileBytes = 16 * 1024 * 1024 };

    /// <param name="path">As the user gave it; diagnostics name it.</param>
    /// <param name="checks">
    /// The checks that entries may name. Null if the entries are not compared with them, because the baseline is about to be rewritten.
    /// </param>
    public static BaselineLoadResult Load(string path, CheckIndex? checks)
    {
        try
        {
            return Read(path, RegularFile.Read(path, Limits.MaxFileBytes), checks);
        }
        catch (FileRefusedException refused)
        {
            return Reject(path, refused.Code, refused.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var missing = problem is FileNotFoundException or DirectoryNotFoundException;
            return Reject(path,
                missing ? DiagnosticCodes.FileMissing : DiagnosticCodes.FileUnreadable,
                missing
                    ? "there is no such file"
                    : $"the file cannot be read: {problem.Message.TrimEnd('.')}");
        }
    }

    internal static BaselineLoadResult Read(string path, ReadOnlyMemory<byte> bytes, CheckIndex? checks)
    {
        var faults = new List<DocumentFault>();
        if (DocumentReader.Read(new Uri(Path.GetFullPath(path)), path, bytes, Limits, faults) is not { } file)
        {
            return new BaselineLoadResult.Rejected(
                [.. faults.Select(fault => new Diagnostic(
                    fault.Code,
                    fault.Severity,
                    new DocumentPosition(path, Math.Max(fault.Line, 1), Math.Max(fault.Column, 1)),
                    "",
                    fault.Message))]);
        }

        var diagnostics = new DiagnosticBag();
        var entries = new BaselineReader(diagnostics, checks).Read(new DocumentNode(file, "", file.Root));
        return diagnostics.HasErrors
            ? new BaselineLoadResult.Rejected(diagnostics.InDocumentOrder([file]))
            : new BaselineLoadResult.Loaded(new Baseline(entries));
    }

    private static BaselineLoadResult.Rejected Reject(string path, string code, string message) =>
        new([new Diagnostic(code, DiagnosticSeverity.Error, new DocumentPosition(path, 1, 1), "", message)]);
}
