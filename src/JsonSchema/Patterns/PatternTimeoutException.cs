namespace SocialContract.JsonSchema.Patterns;

/// <summary>A backtracking pattern used up its time, so that it is not known whether the text matches.</summary>
public sealed class PatternTimeoutException : Exception
{
    public PatternTimeoutException()
    {
    }

    public PatternTimeoutException(string message)
        : base(message)
    {
    }

    public PatternTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
