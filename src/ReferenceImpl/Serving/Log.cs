using Microsoft.Extensions.Logging;

namespace SocialContract.ReferenceImpl.Serving;

internal static partial class Log
{
    /// <summary>Names rules, never values: a value may be a secret.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Operation} refused: {Rules}")]
    public static partial void Refused(ILogger logger, string operation, string rules);
}
