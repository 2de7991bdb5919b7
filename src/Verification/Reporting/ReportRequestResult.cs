namespace SocialContract.Verification.Reporting;

/// <summary>The outcome of reading a <see cref="ReportRequest"/>.</summary>
internal abstract record ReportRequestResult
{
    private ReportRequestResult()
    {
    }

    public sealed record Accepted(ReportRequest Request) : ReportRequestResult;

    /// <param name="Message">A sentence without its full stop, to follow what was read: what is wrong, and which formats exist.</param>
    public sealed record Refused(string Message) : ReportRequestResult;
}
