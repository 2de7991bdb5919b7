namespace SocialContract.MockServer.Logging;

/// <summary>How the lines of a log are written.</summary>
public enum LogFormat
{
    /// <summary>A line for a person.</summary>
    Text,

    /// <summary>A JSON object on each line.</summary>
    Json,
}
