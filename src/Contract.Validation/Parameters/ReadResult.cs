namespace SocialContract.Contract.Validation.Parameters;

/// <summary>What became of reading a parameter from a message.</summary>
/// <param name="Outcome">Whether there is a value.</param>
/// <param name="Expected">Where malformed: what the style asks for.</param>
/// <param name="Found">Where malformed: what was there.</param>
internal readonly record struct ReadResult(ReadOutcome Outcome, string Expected = "", string Found = "")
{
    public static ReadResult Absent => new(ReadOutcome.Absent);

    public static ReadResult Empty => new(ReadOutcome.Empty);

    public static ReadResult Read => new(ReadOutcome.Read);

    public static ReadResult Malformed(string expected, string found) => new(ReadOutcome.Malformed, expected, found);
}
