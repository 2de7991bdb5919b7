using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>The settings that hold for every response, as WireMock for Java serves them: posting them replaces all.</summary>
internal sealed class SettingsEndpoints(GlobalDelay delay)
{
    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/settings", _ => Read()),
        new("POST", "/settings", Replace),
        new("PUT", "/settings", Replace),
    ];

    private MockResponse Read() => AdminResponse.Json(200, writer =>
    {
        var settings = delay.Settings;
        writer.WriteStartObject();
        writer.WriteStartObject("settings");
        if (settings.Fixed is { } fixedDelay)
        {
            writer.WriteNumber("fixedDelay", fixedDelay.Milliseconds);
        }

        if (settings.Posted is { } distribution)
        {
            writer.WritePropertyName("delayDistribution");
            distribution.WriteTo(writer);
        }

        writer.WriteBoolean("proxyPassThrough", true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private MockResponse Replace(AdminRequest request)
    {
        switch (StubReader.ReadSettings(request.Body))
        {
            case StubReadResult.Settings read:
                delay.Settings = read.Global;
                return AdminResponse.Done;
            case StubReadResult.Refused refused:
                return StubFaults.Of(request.Redactor, refused);
            default:
                throw new InvalidOperationException("Settings are read or refused.");
        }
    }
}
