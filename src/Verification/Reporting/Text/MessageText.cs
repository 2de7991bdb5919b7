using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>
/// A recorded message as one text in the form of RFC 9112: start line, headers, an empty line, the body. Line feeds end its lines.
/// </summary>
internal static class MessageText
{
    public static string Of(RequestMessage request) => Of(new ShownMessage(request));

    public static string Of(ResponseMessage response) => Of(new ShownMessage(response));

    /// <summary>The response, or why there is none.</summary>
    public static string OfResponse(RecordedCase exchange) =>
        exchange.Response is { } response ? Of(response) : $"no response: {Printable.Line(exchange.Fault ?? "the connection ended")}";

    private static string Of(ShownMessage message)
    {
        var text = new StringBuilder(Printable.Line(message.Start));
        foreach (var (name, value) in message.Headers)
        {
            text.Append('\n').Append(Printable.Line(name)).Append(": ").Append(Printable.Line(value));
        }

        if (message.Body is { Length: > 0 } body)
        {
            text.Append("\n\n").Append(Printable.Lines(body));
        }

        return text.ToString();
    }
}
