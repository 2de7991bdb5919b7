using System.Text;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Requests;

/// <summary>A part of a multipart body.</summary>
/// <param name="FileName">Null if it is not a file.</param>
internal sealed record StubRequestPart(string Name, string? FileName, HeaderFields Headers, PatternValue Body)
{
    private const int MaxParts = 1_000;

    /// <summary>The parts, or those before a fault.</summary>
    public static IReadOnlyList<StubRequestPart> Read(RequestMessage message, PatternTimeouts timeouts)
    {
        if (!MediaTypeName.TryParse(message.Headers["Content-Type"], out var type) || !type.TryGetParameter("boundary", out var boundary))
        {
            return [];
        }

        var parts = new List<MultipartPart>();
        MultipartReader.Read(message.Body.Span, boundary, MaxParts, parts);
        return
        [
            .. parts.Select(part => new StubRequestPart(
                part.Name,
                part.FileName,
                Fields(Encoding.UTF8.GetString(message.Body.Span[part.HeadStart..part.Start])),
                new PatternValue(message.Body.Slice(part.Start, part.Length), StubRequest.BodyEncoding(part.ContentType), timeouts))),
        ];
    }

    private static HeaderFields Fields(string head) => HeaderFields.Of(head
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (Line: line, Colon: line.IndexOf(':', StringComparison.Ordinal)))
        .Where(line => line.Colon > 0)
        .Select(line => new KeyValuePair<string, string>(line.Line[..line.Colon].Trim(), line.Line[(line.Colon + 1)..].Trim())));
}
