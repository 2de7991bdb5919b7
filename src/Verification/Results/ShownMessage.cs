using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Unicode;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;

namespace SocialContract.Verification.Results;

/// <summary>A message as reports show it: its start line, its headers, and the beginning of its body as text.</summary>
internal sealed class ShownMessage
{
    /// <summary>The length in characters to which a body is cut.</summary>
    internal const int MaxBodyLength = 4 * 1024;

    private readonly ReadOnlyMemory<byte> _body;

    /// <param name="message">Without secrets.</param>
    public ShownMessage(RequestMessage message) => (Start, Headers, _body) = (message.ToString(), message.Headers, message.Body);

    /// <param name="message">Without secrets.</param>
    public ShownMessage(ResponseMessage message) => (Start, Headers, _body) = (StartOf(message), message.Headers, message.Body);

    /// <summary>The start line: <c>POST /api/v3/instagram_accounts</c> or <c>422 Unprocessable Content</c>.</summary>
    public string Start { get; }

    /// <summary>In the order sent or received.</summary>
    public HeaderFields Headers { get; }

    /// <summary>Text, shortened to a few KiB; a note in angle brackets where it is binary.</summary>
    public string Body => Shortened.Measured(TextOf(_body), MaxBodyLength);

    /// <summary>A body's whole text, or a note of its length where it is binary.</summary>
    internal static string TextOf(ReadOnlyMemory<byte> body) =>
        Utf8.IsValid(body.Span) && !body.Span.Contains((byte)0)
            ? Encoding.UTF8.GetString(body.Span)
            : $"<{body.Length} bytes that are not text>";

    internal static string StartOf(ResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"{response.Status} {PhraseOf(response)}");

    /// <summary>The reason phrase as received, or the status code's name.</summary>
    internal static string PhraseOf(ResponseMessage response) =>
        response.Reason is { Length: > 0 } reason ? reason : $"{(HttpStatusCode)response.Status}";
}
