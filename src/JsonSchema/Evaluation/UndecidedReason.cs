namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Why an evaluation stopped without an answer. An undecided instance is never valid.</summary>
internal enum UndecidedReason
{
    None,

    /// <summary>The schema asks for more steps than an instance of that size is granted.</summary>
    Steps,

    /// <summary>The stack would not hold the next level.</summary>
    Stack,

    /// <summary>A backtracking pattern used up its time.</summary>
    PatternTime,
}
