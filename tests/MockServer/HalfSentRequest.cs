using System.Net.Sockets;
using System.Text;

namespace SocialContract.MockServer.Tests;

/// <summary>
/// A request whose body the test sends when it wants to. It asks for <c>100 Continue</c>, which the server sends when it begins to read the
/// body: from then on the request is in progress.
/// </summary>
internal sealed class HalfSentRequest : IDisposable
{
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _client = new() { NoDelay = true };

    private HalfSentRequest()
    {
    }

    /// <summary>Sends the head, and returns when the server reads the body.</summary>
    /// <param name="target">Of a POST.</param>
    /// <param name="length">Of the body, in bytes.</param>
    /// <param name="fields">Further header lines.</param>
    public static Task<HalfSentRequest> BeginAsync(Uri server, string target, int length, params string[] fields) =>
        BeginAsync(server, target, [$"Content-Length: {length}", .. fields]);

    /// <summary>The same with a body in chunks, which the test sends with their lengths.</summary>
    public static Task<HalfSentRequest> BeginChunkedAsync(Uri server, string target) =>
        BeginAsync(server, target, ["Transfer-Encoding: chunked"]);

    /// <summary>Sends a part of the body.</summary>
    public async Task SendAsync(string part) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(part), Http.Cancelled);

    /// <summary>The whole response.</summary>
    public async Task<string> ResponseAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(Http.Cancelled).WaitAsync(Patience, Http.Cancelled);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _client.Dispose();

    private static async Task<HalfSentRequest> BeginAsync(Uri server, string target, string[] fields)
    {
        var request = new HalfSentRequest();
        await request._client.ConnectAsync(server.Host, server.Port, Http.Cancelled);
        string[] lines =
        [
            $"POST {target} HTTP/1.1", "Host: localhost", "Connection: close", "Content-Type: application/json", "Expect: 100-continue",
            .. fields,
        ];
        await request.SendAsync($"{string.Join("\r\n", lines)}\r\n\r\n");
        (await request.ReadAsync(Continue.Length)).ShouldBe(Continue);
        return request;
    }

    private async Task<string> ReadAsync(int length)
    {
        var bytes = new byte[length];
        await _client.GetStream().ReadExactlyAsync(bytes, Http.Cancelled).AsTask().WaitAsync(Patience, Http.Cancelled);
        return Encoding.ASCII.GetString(bytes);
    }
}
