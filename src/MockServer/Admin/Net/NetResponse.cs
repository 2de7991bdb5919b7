using System.Text;
using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.NetModels;
using SocialContract.MockServer.Stubs.Reading;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>Makes the responses of the admin interface as WireMock.Net does.</summary>
internal static class NetResponse
{
    private const int Unprocessable = 422;

    /// <param name="guid">The stub that was changed; null: none.</param>
    public static MockResponse Status(int status, string text, Guid? guid = null) =>
        Of(status, new StatusModel { Guid = guid, Status = text });

    public static MockResponse Of(int status, object model) => AdminResponse.Json(status, Encoding.UTF8.GetBytes(ModelJson.Text(model)));

    /// <param name="write">Writes the elements.</param>
    public static MockResponse List(Action<Utf8JsonWriter> write) => AdminResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        write(writer);
        writer.WriteEndArray();
    });

    /// <summary>The places and reasons of a refusal are the error, a line each.</summary>
    public static MockResponse Refused(AdminRequest request, StubReadResult.Refused refused) =>
        Refused(request, "The JSON is refused", string.Join('\n', refused.Faults));

    public static MockResponse Refused(AdminRequest request, StubRefusedException refused) =>
        Refused(request, "The stub is refused", string.Join('\n', refused.Findings));

    public static MockResponse Refused(AdminRequest request, string status, string error, int code = Unprocessable) =>
        Of(code, new StatusModel { Status = status, Error = request.Redactor.Text(error) });

    /// <summary>What a request to a path with an id gets whose id is not a UUID.</summary>
    public static MockResponse NoId(AdminRequest request) =>
        Refused(request, "Invalid GUID", $"The id is a UUID; found '{request.Parameter}'.", 404);
}
