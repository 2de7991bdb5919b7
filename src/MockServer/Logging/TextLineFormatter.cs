using System.Buffers;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Logging;

/// <summary><c>POST /api/v3/instagram_accounts 200 example connected 0.42 ms</c>, followed by a line for each broken rule.</summary>
internal sealed class TextLineFormatter(bool colour) : ILineFormatter
{
    public void Started(IBufferWriter<byte> output, Uri url) => output.Put($"Listening on {url.GetLeftPart(UriPartial.Authority)}\n");

    public void Responded(IBufferWriter<byte> output, in RequestLine line)
    {
        output.Put(line.Method);
        output.Put(" "u8);
        output.Put(line.ShownTarget);
        output.Put(" "u8);
        Colour(output, line.Status switch { < 300 => "\e[32m"u8, < 400 => "\e[36m"u8, < 500 => "\e[33m"u8, _ => "\e[31m"u8 });
        output.PutNumber(line.Status);
        Colour(output, "\e[0m"u8);
        output.Put(" "u8);
        output.Put(line.Origin);
        output.Put(" "u8);
        Colour(output, "\e[2m"u8);
        output.PutMilliseconds(line.Elapsed);
        output.Put(" ms"u8);
        Colour(output, "\e[0m"u8);
        output.Put("\n"u8);
        Broken(output, "  ", line.Violations);
        Broken(output, "  the response breaks the document: ", line.ResponseViolations);
    }

    public void Reloaded(IBufferWriter<byte> output, IReadOnlyList<string> changes)
    {
        output.Put("reloaded: "u8);
        output.Put(changes.Count == 0 ? "the document's content is unchanged" : string.Join("\n  ", changes));
        output.Put("\n"u8);
    }

    public void ReloadRejected(IBufferWriter<byte> output, IReadOnlyList<Diagnostic> diagnostics)
    {
        Colour(output, "\e[31m"u8);
        output.Put("not reloaded: the last valid document is still served"u8);
        Colour(output, "\e[0m"u8);
        output.Put("\n"u8);
        output.Put(DiagnosticFormatter.Text(diagnostics));
    }

    public void Report(IBufferWriter<byte> output, bool isError, string message, string? exception)
    {
        Colour(output, isError ? "\e[31m"u8 : "\e[33m"u8);
        output.Put(isError ? "error: "u8 : "warning: "u8);
        Colour(output, "\e[0m"u8);
        output.Put(message);
        output.Put("\n"u8);
        if (exception is not null)
        {
            output.Put(exception);
            output.Put("\n"u8);
        }
    }

    private static void Broken(IBufferWriter<byte> output, string lead, IReadOnlyList<Violation> violations)
    {
        foreach (var violation in violations)
        {
            output.Put(lead);
            output.Put(violation.Message);
            output.Put($" ({violation.Rule.Id}, {violation.Rule.Node.Position})\n");
        }
    }

    private void Colour(IBufferWriter<byte> output, ReadOnlySpan<byte> escape)
    {
        if (colour)
        {
            output.Put(escape);
        }
    }
}
