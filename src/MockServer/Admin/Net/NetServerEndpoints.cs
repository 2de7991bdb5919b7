using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>The settings, the files and the health of the mock, as WireMock.Net serves them.</summary>
/// <param name="optionAdvice">How an option of the mock is named.</param>
internal sealed class NetServerEndpoints(GlobalDelay delay, ConfinedFiles files, Func<string, string> optionAdvice)
{
    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/health", _ => AdminResponse.Of(200, "text/plain", "Healthy"u8.ToArray(), AdminResponse.Origin)),
        new("GET", "/settings", _ => Settings()),
        new("PUT", "/settings", Replace),
        new("POST", "/settings", Replace),
        new("GET", "/files/{name*}", request => Confined(request, path => files.FileExists(path)
            ? AdminResponse.Of(200, "application/octet-stream", files.ReadFile(path), AdminResponse.Origin)
            : NetResponse.Status(404, "File is not found"))),
        new("POST", "/files/{name*}", request => Confined(request, path => Write(request, path, "File created"))),
        new("PUT", "/files/{name*}", request => Confined(request, path =>
            files.FileExists(path) ? Write(request, path, "File updated") : NetResponse.Status(404, "File is not found"))),
        new("DELETE", "/files/{name*}", request => Confined(request, Delete)),
    ];

    private MockResponse Settings() => AdminResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        if (delay.Settings.Fixed is { } fixedDelay)
        {
            writer.WriteNumber(SettingsModelReader.Delay, fixedDelay.Milliseconds);
        }

        writer.WriteEndObject();
    });

    private MockResponse Replace(AdminRequest request)
    {
        switch (StubReader.ReadSettingsModel(request.Body))
        {
            case StubReadResult.Settings read:
                delay.Settings = read.Global;
                return NetResponse.Status(200, "Settings updated");
            case StubReadResult.Refused refused:
                return NetResponse.Refused(request, refused);
            default:
                throw new InvalidOperationException("Settings are read or refused.");
        }
    }

    private MockResponse Write(AdminRequest request, string path, string status)
    {
        files.Write(path, request.Body.Span);
        return NetResponse.Status(200, status);
    }

    private MockResponse Delete(string path)
    {
        if (!files.FileExists(path))
        {
            return NetResponse.Status(404, "File is not deleted");
        }

        files.Delete(path);
        return NetResponse.Status(200, "File deleted.");
    }

    private MockResponse Confined(AdminRequest request, Func<string, MockResponse> then)
    {
        if (!files.HasFolder)
        {
            var option = optionAdvice(nameof(MockOptions.MappingsFolder));
            var detail = $"The mock has no stub folder; to keep files, give it one with {option}.";
            return NetResponse.Refused(request, "No stub folder", detail);
        }

        try
        {
            return then($"{FileTemplates.BodyFolder}/{request.Parameter}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return NetResponse.Refused(request, "The file is refused", refused.Message);
        }
    }
}
