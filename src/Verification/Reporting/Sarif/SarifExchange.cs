using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>A request and its response as SARIF holds them. Headers of one name are joined by commas, as RFC 9110 allows.</summary>
internal static class SarifExchange
{
    public static SarifRequest Request(RecordedMessage request)
    {
        var (method, target) = Halves(request.Start);
        return new(method, target, Headers(request), Body(request));
    }

    public static SarifResponse Response(RecordedMessage? response)
    {
        if (response is null)
        {
            return new SarifResponse(NoResponseReceived: true);
        }

        var (status, phrase) = Halves(response.Start);
        int? code = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new(code, phrase, Headers(response), Body(response));
    }

    private static (string First, string Second) Halves(string start)
    {
        var line = Printable.Line(start);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
    }

    private static OrderedDictionary<string, string> Headers(RecordedMessage message) => new(message.Headers
        .GroupBy(header => Printable.Line(header.Key), StringComparer.OrdinalIgnoreCase)
        .Select(group => KeyValuePair.Create(group.Key, string.Join(", ", group.Select(header => Printable.Line(header.Value))))));

    private static SarifContent Body(RecordedMessage message) => new(Printable.Lines(message.Body));
}
