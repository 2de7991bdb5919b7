using Microsoft.Extensions.Logging;

namespace SocialContract.ReferenceImpl.Serving;

internal static partial class Log
{
    /// <summary>Names rules, never values: those may be secrets.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Operation} is refused: {Rules}")]
    public static partial void Refused(ILogger logger, string operation, string rules);
}
