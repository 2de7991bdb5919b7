namespace SocialContract.Contract.Validation.Parameters;

/// <summary>The result of reading a parameter from a message.</summary>
/// <param name="Outcome">Whether there is a value.</param>
/// <param name="Expected">If malformed: the form that the style requires.</param>
/// <param name="Found">If malformed: the text that was found.</param>
internal readonly record struct ReadResult(ReadOutcome Outcome, string Expected = "", string Found = "")
{
    public static ReadResult Absent => new(ReadOutcome.Absent);

    public static ReadResult Empty => new(ReadOutcome.Empty);

    public static ReadResult Read => new(ReadOutcome.Read);

    public static ReadResult Malformed(string expected, string found) => new(ReadOutcome.Malformed, expected, found);
}

/// <summary>Whether a message has a value of a parameter.</summary>
internal enum ReadOutcome
{
    /// <summary>It was not sent.</summary>
    Absent,

    /// <summary>Its value was written as JSON.</summary>
    Read,

    /// <summary>It was sent empty, which <c>allowEmptyValue</c> accepts independently of the schema.</summary>
    Empty,

    /// <summary>Its text is not a value in its style.</summary>
    Malformed,
}
