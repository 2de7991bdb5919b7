using System.Buffers;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>Turns events into UTF-8 lines, each with its line end.</summary>
internal interface ILineFormatter
{
    void Started(IBufferWriter<byte> output, Uri url);

    void Responded(IBufferWriter<byte> output, in RequestLine line);

    void Reloaded(IBufferWriter<byte> output, IReadOnlyList<string> changes);

    void ReloadRejected(IBufferWriter<byte> output, IReadOnlyList<Diagnostic> diagnostics);

    /// <param name="exception">Type, message and stack; null if there is none.</param>
    void Report(IBufferWriter<byte> output, bool isError, string message, string? exception);
}
