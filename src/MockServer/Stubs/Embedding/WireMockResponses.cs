using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;
using SocialContract.Contract.Messages;
using WireMock;
using WireMock.Handlers;
using WireMock.Types;
using WireMock.Util;
using ResponseMessage = SocialContract.Contract.Messages.ResponseMessage;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>Responses of WireMock.Net's stubs as messages.</summary>
internal static class WireMockResponses
{
    private static readonly JsonSerializerSettings Compact = new() { NullValueHandling = NullValueHandling.Ignore };

    private static readonly JsonSerializerSettings Indented = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
    };

    /// <param name="files">Reads the body of a response that is in a file.</param>
    public static ResponseMessage Of(IResponseMessage response, IFileSystemHandler files) =>
        new(Status(response.StatusCode), Headers(response), Body(response.BodyData, files));

    /// <summary>Without the body.</summary>
    public static ResponseMessage HeadOf(IResponseMessage response) => new(Status(response.StatusCode), Headers(response));

    private static HeaderFields Headers(IResponseMessage response)
    {
        var lines = (response.Headers ?? new Dictionary<string, WireMockList<string>>())
            .Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                && !header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Select(value => new KeyValuePair<string, string>(header.Key, value)));
        return HeaderFields.Of(lines);
    }

    private static int Status(object? status) => status switch
    {
        null => 200,
        HttpStatusCode code => (int)code,
        int code => code,
        _ when int.TryParse(Convert.ToString(status, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var code) => code,
        _ => 200,
    };

    private static byte[] Body(IBodyData? data, IFileSystemHandler files) => data?.DetectedBodyType switch
    {
        BodyType.String or BodyType.FormUrlEncoded => (data.Encoding ?? Encoding.UTF8).GetBytes(data.BodyAsString ?? ""),
        BodyType.Json => (data.Encoding ?? Encoding.UTF8).GetBytes(
            JsonConvert.SerializeObject(data.BodyAsJson, data.BodyAsJsonIndented == true ? Indented : Compact)),
        BodyType.Bytes => data.BodyAsBytes ?? [],
        BodyType.File => files.ReadResponseBodyAsFile(data.BodyAsFile!),
        _ => [],
    };
}
