namespace SocialContract.Contract.AspNetCore.Bodies;

/// <summary>The result of reading a request's body.</summary>
public enum BodyOutcome
{
    /// <summary>It was read to its end.</summary>
    Whole,

    /// <summary>It is longer than the limit: 413.</summary>
    TooLong,

    /// <summary>Other bodies took all the room, for as long as this one waited: 503.</summary>
    NoRoom,
}
