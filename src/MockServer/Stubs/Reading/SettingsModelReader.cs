using SocialContract.MockServer.Stubs.Mappings;
using WireMock.Admin.Settings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads settings in WireMock.Net's form, of which the mock has the delay of every response.</summary>
internal static class SettingsModelReader
{
    public const string Delay = nameof(SettingsModel.GlobalProcessingDelay);

    private static readonly string[] Members = [.. typeof(SettingsModel).GetProperties().Select(property => property.Name)];

    /// <param name="node">An object.</param>
    public static GlobalSettings Read(StubNode node)
    {
        node.CheckMembers(Members);
        foreach (var name in node.Names.Where(name => name != Delay && Members.Contains(name)))
        {
            node.Member(name)?.Fault($"the mock has no such setting; it has {Delay}");
        }

        return node.Member(Delay)?.Integer(0, StubDelay.MaxMilliseconds) is > 0 and var milliseconds
            ? new GlobalSettings(new StubDelay.Fixed(milliseconds), null, null)
            : GlobalSettings.None;
    }
}
