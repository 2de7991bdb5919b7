namespace SocialContract.MockServer.Logging;

public enum LogFormat
{
    /// <summary>A line for a person.</summary>
    Text,

    /// <summary>A JSON object on each line.</summary>
    Json,
}
