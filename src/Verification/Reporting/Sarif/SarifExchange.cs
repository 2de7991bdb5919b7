using System.Globalization;
using System.Text.Json;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>A request and its answer (SARIF 2.1.0, 3.46 and 3.47). Headers of one name are joined by commas, as RFC 9110 allows.</summary>
internal static class SarifExchange
{
    public static void Write(Utf8JsonWriter json, Exchange exchange)
    {
        var (method, target) = Halves(exchange.Request.Start);
        json.WriteStartObject("webRequest");
        json.WriteString("method", method);
        json.WriteString("target", target);
        WriteContent(json, exchange.Request);
        json.WriteEndObject();

        json.WriteStartObject("webResponse");
        if (exchange.Response is { } response)
        {
            var (status, phrase) = Halves(response.Start);
            if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                json.WriteNumber("statusCode", code);
            }

            json.WriteString("reasonPhrase", phrase);
            WriteContent(json, response);
        }
        else
        {
            json.WriteBoolean("noResponseReceived", true);
        }

        json.WriteEndObject();
    }

    private static (string First, string Second) Halves(string start)
    {
        var line = Printable.Line(start);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
    }

    private static void WriteContent(Utf8JsonWriter json, RecordedMessage message)
    {
        json.WriteStartObject("headers");
        foreach (var header in message.Headers.GroupBy(header => Printable.Line(header.Key), StringComparer.OrdinalIgnoreCase))
        {
            json.WriteString(header.Key, string.Join(", ", header.Select(one => Printable.Line(one.Value))));
        }

        json.WriteEndObject();
        json.WriteStartObject("body");
        json.WriteString("text", Printable.Lines(message.Body));
        json.WriteEndObject();
    }
}
