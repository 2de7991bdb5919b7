using Microsoft.Extensions.Logging;

namespace SocialContract.ReferenceImpl.Serving;

internal static partial class Log
{
    /// <summary>Names rules, never values: a value may be a secret.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Operation} refused: {Rules}")]
    public static partial void Refused(ILogger logger, string operation, string rules);

    /// <summary>Without the target, which may hold a secret.</summary>
    [LoggerMessage(2, LogLevel.Information, "{Method} refused with {Status}: {Reason}")]
    public static partial void RefusedByServer(ILogger logger, string method, int status, string reason);

    /// <inheritdoc cref="RefusedByServer"/>
    [LoggerMessage(3, LogLevel.Information, "{Method} refused without a response: {Reason}")]
    public static partial void RefusedWithoutResponse(ILogger logger, string method, string reason);
}
