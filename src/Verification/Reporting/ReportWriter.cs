using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>Writes reports to files.</summary>
public static class ReportWriter
{
    /// <summary>Writes one format; the stream stays open.</summary>
    public static void Write(VerificationReport report, ReportFormat format, Stream output)
    {
        Action<VerificationReport, Stream> write = format switch
        {
            ReportFormat.JUnit => JUnitReport.Write,
            ReportFormat.Html => HtmlReport.Write,
            ReportFormat.Json => JsonReport.Write,
            ReportFormat.Sarif => SarifReport.Write,
            ReportFormat.Markdown => MarkdownReport.Write,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a format"),
        };
        write(report, output);
    }

    /// <summary>
    /// Writes every report asked for and creates missing folders; an existing file is replaced. A report that cannot be written does not
    /// stop the others.
    /// </summary>
    /// <returns>A sentence without a full stop for each report that could not be written; empty where all were.</returns>
    public static IReadOnlyList<string> WriteAll(VerificationReport report, IEnumerable<ReportRequest> requests)
    {
        var faults = new List<string>();
        foreach (var request in requests)
        {
            try
            {
                Write(report, request);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException
                or ArgumentException or NotSupportedException)
            {
                var format = request.Format.ToString().ToLowerInvariant();
                faults.Add($"the {format} report cannot be written to {request.File}: {Explain(request.File, problem)}");
            }
        }

        return faults;
    }

    private static void Write(VerificationReport report, ReportRequest request)
    {
        var path = Path.GetFullPath(request.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        Write(report, request.Format, file);
    }

    private static string Explain(string file, Exception problem) => problem switch
    {
        _ when Directory.Exists(file) => "it is a folder",
        UnauthorizedAccessException => "access is denied",
        _ => problem.Message.TrimEnd('.'),
    };
}
