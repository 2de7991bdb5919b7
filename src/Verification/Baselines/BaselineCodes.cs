namespace SocialContract.Verification.Baselines;

/// <summary>
/// Codes of the diagnostics of a baseline file; never reused. What is wrong with the text itself has the codes of documents.
/// </summary>
internal static class BaselineCodes
{
    public const string Shape = "baseline.shape";
    public const string UnknownKey = "baseline.unknown-key";
    public const string MissingKey = "baseline.missing-key";
    public const string Date = "baseline.date";
    public const string UnknownRule = "baseline.unknown-rule";
    public const string UnknownOperation = "baseline.unknown-operation";
    public const string Twice = "baseline.twice";
}
