using SocialContract.Verification.Reporting.Json;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report for programs: <c>{"verdict", "summary", "rules"}</c>. A failure's request and response are the messages' text (start line,
/// headers, empty line, body); the response is null where none came.
/// </summary>
internal static class JsonReport
{
    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output) =>
        VerificationJson.Write(output, ReportJson.Of(report), VerificationJson.Readable.ReportJson);
}
