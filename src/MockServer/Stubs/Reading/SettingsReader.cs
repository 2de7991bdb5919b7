using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the settings that hold for every response.</summary>
internal static class SettingsReader
{
    private static readonly string[] Members = ["fixedDelay", "delayDistribution", "extended", "proxyPassThrough"];

    /// <param name="root">The settings, or an object with the member <c>settings</c>, as they are read.</param>
    public static GlobalSettings Read(StubNode root)
    {
        var node = root;
        if (root.Member("settings") is { } inner)
        {
            root.CheckMembers(["settings"]);
            node = inner;
        }

        if (!node.IsObject())
        {
            return GlobalSettings.None;
        }

        node.CheckMembers(Members);
        if (node.Member("extended") is { } extended && extended.IsObject() && extended.Value.GetPropertyCount() > 0)
        {
            extended.Fault("extended settings are for extensions in Java, which are not supported; leave them out");
        }

        if (node.Member("proxyPassThrough") is { } passes && !passes.Flag() && passes.Kind == JsonValueKind.False)
        {
            passes.Fault("the mock is not a browser's proxy, so this cannot be switched off; leave it out");
        }

        var distribution = node.Member("delayDistribution");
        var settings = new GlobalSettings(
            node.Member("fixedDelay") is { } delay ? new(delay.Integer(0, StubDelay.MaxMilliseconds)) : null,
            distribution is { } given ? DelayReader.ReadDistribution(given) : null,
            distribution?.Value);
        return settings == GlobalSettings.None ? GlobalSettings.None : settings;
    }
}
