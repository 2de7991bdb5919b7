namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Whether a message has a value for a parameter.</summary>
internal enum ReadOutcome
{
    /// <summary>It was not sent.</summary>
    Absent,

    /// <summary>Its value was written as JSON.</summary>
    Read,

    /// <summary>It was sent empty, which <c>allowEmptyValue</c> accepts whatever the schema says.</summary>
    Empty,

    /// <summary>What was sent is not how its style writes a value.</summary>
    Malformed,
}
