using WireMock.Admin.Requests;
using WireMock.Logging;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>WireMock.Net's log, which is not written: the mock logs exchanges itself, without secrets.</summary>
internal sealed class SilentLogger : IWireMockLogger
{
    public void Debug(string formatString, params object[] args)
    {
    }

    public void Info(string formatString, params object[] args)
    {
    }

    public void Warn(string formatString, params object[] args)
    {
    }

    public void Error(string formatString, params object[] args)
    {
    }

    public void Error(string message, Exception exception)
    {
    }

    public void DebugRequestResponse(LogEntryModel logEntryModel, bool isAdminRequest)
    {
    }
}
