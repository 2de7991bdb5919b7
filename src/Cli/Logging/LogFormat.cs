namespace SocialContract.Cli.Logging;

/// <summary>How the lines of a log are written.</summary>
internal enum LogFormat
{
    /// <summary>A line for a person.</summary>
    Text,

    /// <summary>A JSON object on each line.</summary>
    Json,
}
