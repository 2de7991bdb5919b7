using System.Text;
using SocialContract.Verification.Reporting.Html;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report as one page that needs nothing else: a matrix of checks by outcome, grouped by operation, with filters, every exchange folded
/// away. Its Content-Security-Policy allows no resource of any origin and no style or script but its own.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        using var text = new StreamWriter(
            output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);
        HtmlTemplates.Write(new HtmlPage(report), text);
    }
}
