using System.Text;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>A request of any content in correct framing: what it says is odd, where it ends is certain.</summary>
internal sealed record FuzzedRequest
{
    public string Method { get; init; } = "POST";

    public string Target { get; init; } = "/api/v3/instagram_accounts";

    public byte[] Body { get; init; } = [];

    /// <summary>Each <c>Name: value</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = ["Authentication: Bearer TOKEN", "Content-Type: application/json"];

    public byte[] ToBytes()
    {
        var head =
            $"{Method} {OneWord(Target)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + $"{Body.Length}\r\n{string.Concat(Headers.Select(header => $"{OneLine(header)}\r\n"))}\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. Body];
    }

    private static string OneLine(string text) =>
        text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static string OneWord(string text) =>
        OneLine(text).Replace(" ", "%20", StringComparison.Ordinal).Replace("\t", "%09", StringComparison.Ordinal);
}
