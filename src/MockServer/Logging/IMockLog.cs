using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>Hears what a mock server does. Calls come from any thread and must not block.</summary>
public interface IMockLog
{
    /// <summary>One request was answered.</summary>
    void Answered(in RequestLogEntry entry);

    /// <summary>A changed document is being served.</summary>
    void Reloaded(IReadOnlyList<string> changes);

    /// <summary>A changed document was rejected; the last good one goes on serving.</summary>
    void ReloadRejected(IReadOnlyList<Diagnostic> diagnostics);

    /// <summary>Something a person should know, in one sentence.</summary>
    void Warn(string message);
}
