using SocialContract.Contract.Documents;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>Writes reports to files.</summary>
internal static class ReportWriter
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
        var internalFaults = new KitFaults();
        return [.. WriteAll(report, requests, internalFaults), .. internalFaults.All];
    }

    /// <param name="internalFaults">Gets what fails in the kit itself.</param>
    /// <inheritdoc cref="WriteAll(VerificationReport, IEnumerable{ReportRequest})"/>
    internal static IReadOnlyList<string> WriteAll(
        VerificationReport report, IEnumerable<ReportRequest> requests, KitFaults internalFaults)
    {
        var faults = new List<string>();
        foreach (var request in requests)
        {
            var format = request.Format.ToString().ToLowerInvariant();
            try
            {
                using var file = Created(request.File);
                Write(report, request.Format, file);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                faults.Add($"the {format} report cannot be written to {request.File}: {Explain(request.File, problem)}");
            }
            catch (Exception fault)
            {
                internalFaults.Add($"writing the {format} report", fault);
            }
        }

        return faults;
    }

    /// <exception cref="IOException">The file cannot be created.</exception>
    private static FileStream Created(string name)
    {
        try
        {
            var path = Path.GetFullPath(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
            using var pipe = UnixFile.KindOf(path) == FileKind.Pipe ? UnixFile.OpenPipe(path) : null;
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    private static string Explain(string file, Exception problem) => problem switch
    {
        _ when Directory.Exists(file) => "it is a folder",
        UnauthorizedAccessException => "access is denied",
        _ => problem.Message.TrimEnd('.'),
    };
}
