namespace SocialContract.Verification.Results;

/// <summary>One way in which a check failed. Cases with the same cause are one failure.</summary>
/// <param name="Expected">What the rule asks for, in a sentence.</param>
/// <param name="Found">What the server did, in a sentence.</param>
/// <param name="OtherCases">Ids of further cases that show the same.</param>
public sealed record Failure(RecordedCase Exchange, string Expected, string Found, IReadOnlyList<string> OtherCases)
{
    internal Failure Redacted() => this with { Expected = Exchange.Redactor.Text(Expected), Found = Exchange.Redactor.Text(Found) };
}
