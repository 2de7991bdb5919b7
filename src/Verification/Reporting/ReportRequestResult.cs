namespace SocialContract.Verification.Reporting;

/// <summary>The outcome of parsing a <c>--report</c>.</summary>
internal abstract record ReportRequestResult
{
    private ReportRequestResult()
    {
    }

    public sealed record Accepted(ReportRequest Request) : ReportRequestResult;

    /// <param name="Message">One sentence without a full stop: what is wrong, and which formats exist.</param>
    public sealed record Refused(string Message) : ReportRequestResult;
}
