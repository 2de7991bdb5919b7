using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Results;

/// <summary>One way in which a check failed. Cases with the same cause are one failure.</summary>
/// <param name="Expected">What the check asks for, in a sentence.</param>
/// <param name="Found">What the server did, in a sentence.</param>
/// <param name="OtherCases">Ids of further cases that show the same.</param>
public sealed record Failure(RecordedCase Exchange, string Expected, string Found, IReadOnlyList<string> OtherCases)
{
    /// <param name="redactor">Of the run.</param>
    internal Failure Redacted(Redactor redactor) => this with
    {
        Exchange = Exchange.Redacted(redactor),
        Expected = redactor.Text(Exchange.Redactor.Text(Expected)),
        Found = redactor.Text(Exchange.Redactor.Text(Found)),
    };
}
