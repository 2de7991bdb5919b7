using System.Buffers;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>Turns events into UTF-8 lines, each with its line end.</summary>
internal interface ILineFormatter
{
    void Started(IBufferWriter<byte> output, Uri url);

    void Answered(IBufferWriter<byte> output, in RequestLogEntry entry);

    void Reloaded(IBufferWriter<byte> output, IReadOnlyList<string> changes);

    void ReloadRejected(IBufferWriter<byte> output, IReadOnlyList<Diagnostic> diagnostics);

    void Warn(IBufferWriter<byte> output, string message);
}
