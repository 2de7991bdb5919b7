using System.Text;
using SocialContract.Contract.AspNetCore.Logging;

namespace SocialContract.Cli.Terminal;

/// <summary>What a server prints beside its log; like the log, it holds neither the start nor the end of the server.</summary>
internal static class ServerNotes
{
    private const int Capacity = 16_384;

    /// <summary>A queue of texts, each with its line ends.</summary>
    public static LineWriter<string> Create(Stream stream, TimeProvider time, Action<string>? report = null) => new(
        stream,
        (output, text) => Encoding.UTF8.GetBytes(text, output),
        (output, sentence) => Encoding.UTF8.GetBytes($"social-contract: {sentence}\n", output),
        time,
        Capacity,
        report);
}
