namespace SocialContract.Verification.Reporting;

/// <summary>What became of a <c>--report</c>.</summary>
public abstract record ReportRequestResult
{
    private ReportRequestResult()
    {
    }

    public sealed record Accepted(ReportRequest Request) : ReportRequestResult;

    /// <param name="Message">One sentence without a full stop: what is wrong, which formats there are.</param>
    public sealed record Refused(string Message) : ReportRequestResult;
}
