using Microsoft.Extensions.Logging;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>The events that the mock logs. Their ids are never reused.</summary>
internal static partial class Log
{
    /// <summary>An exchange: <see cref="LoggedExchange"/>.</summary>
    public static readonly EventId Responded = new(1, nameof(Responded));

    [LoggerMessage(2, LogLevel.Information, "The changed document is served: {Changes}")]
    public static partial void Reloaded(ILogger logger, IReadOnlyList<string> changes);

    [LoggerMessage(3, LogLevel.Error, "The changed document is rejected; the last valid version is still served: {Diagnostics}")]
    public static partial void ReloadRejected(ILogger logger, IReadOnlyList<Diagnostic> diagnostics);

    [LoggerMessage(4, LogLevel.Error, "The mock failed to respond to {Method} {Target}")]
    public static partial void Failed(ILogger logger, Exception exception, string method, string target);

    [LoggerMessage(5, LogLevel.Error, "An exchange sink failed to receive {Method} {Target}")]
    public static partial void SinkFailed(ILogger logger, Exception exception, string method, string target);

    [LoggerMessage(6, LogLevel.Error, "Looking for changes of the document failed")]
    public static partial void WatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "The stub {Stub} does not agree with the document at {Pointer}: {Finding}")]
    public static partial void StubContradicts(ILogger logger, string stub, string pointer, string finding);

    [LoggerMessage(16, LogLevel.Warning, "The stub {Stub} cannot respond, at {Pointer}: {Finding}")]
    public static partial void StubLacksFile(ILogger logger, string stub, string pointer, string finding);

    [LoggerMessage(8, LogLevel.Warning, "{Reason}")]
    public static partial void StubLeftOut(ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Warning, "A stub does not match a {Method} request, on which its pattern takes too long: {Pattern}")]
    public static partial void PatternTooSlow(ILogger logger, string method, string pattern);

    [LoggerMessage(20, LogLevel.Warning, "{Reason}")]
    public static partial void NotRecorded(ILogger logger, string reason);

    [LoggerMessage(30, LogLevel.Warning, "The document allows no response of {Operation} with the kept state; the contract's is sent")]
    public static partial void StateNotShown(ILogger logger, string operation);

    [LoggerMessage(31, LogLevel.Information, "State is kept of {Collections}")]
    public static partial void StateKept(ILogger logger, string collections);

    [LoggerMessage(
        32,
        LogLevel.Warning,
        "No state is kept: the document has no path that ends in an id and whose operations change resources and show them")]
    public static partial void NoState(ILogger logger);

    [LoggerMessage(33, LogLevel.Information, "Nothing is kept of what these operations write: {Operations}")]
    public static partial void NothingKept(ILogger logger, string operations);
}
