using SocialContract.Contract.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>A request and its response as SARIF holds them. Headers of one name are joined by commas, as RFC 9110 allows.</summary>
internal static class SarifExchange
{
    public static SarifRequest Request(RequestMessage request)
    {
        var shown = new ShownMessage(request);
        return new(Printable.Line(request.Method), Printable.Line(request.Target), Headers(shown), Body(shown));
    }

    public static SarifResponse Response(ResponseMessage? response)
    {
        if (response is null)
        {
            return new SarifResponse(NoResponseReceived: true);
        }

        var shown = new ShownMessage(response);
        return new(response.Status, Printable.Line(ShownMessage.PhraseOf(response)), Headers(shown), Body(shown));
    }

    private static OrderedDictionary<string, string> Headers(ShownMessage message) => new(message.Headers
        .GroupBy(header => Printable.Line(header.Key), StringComparer.OrdinalIgnoreCase)
        .Select(group => KeyValuePair.Create(group.Key, string.Join(", ", group.Select(header => Printable.Line(header.Value))))));

    private static SarifContent Body(ShownMessage message) => new(Printable.Lines(message.Body));
}
