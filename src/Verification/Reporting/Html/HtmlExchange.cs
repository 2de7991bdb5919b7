using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>A request and its response, for the template <c>exchange.hbs</c>.</summary>
/// <param name="anchor">Null where it is shown with a failure, and has its anchor elsewhere.</param>
internal sealed class HtmlExchange(RecordedCase exchange, string? anchor)
{
    public string? Anchor => anchor;

    public string Case => exchange.Case;

    public string Title => exchange.Title;

    public string Start => exchange.Request.ToString();

    public string Status => exchange.Status ?? "no response";

    public string Time => Amount.Milliseconds(exchange.Milliseconds);

    public IReadOnlyList<HtmlMessage> Messages =>
    [
        new("Request", MessageText.Of(exchange.Request)),
        new("Response", MessageText.OfResponse(exchange)),
        .. exchange.MockResponse is { } mock ? (HtmlMessage[])[new("The mock's response", MessageText.Of(mock))] : [],
        new("Repeat it", exchange.Curl, "command"),
    ];
}

/// <param name="Style">A class of the style sheet, or null.</param>
internal sealed record HtmlMessage(string Name, string Text, string? Style = null);
