using System.Collections.Frozen;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>The helpers of templates. None reads files, the environment or the network, or runs code.</summary>
internal static class TemplateHelpers
{
    private static readonly FrozenDictionary<string, TemplateHelper> All = new[]
    {
        BlockHelpers.All, LogicHelpers.All, TextHelpers.All, FormatHelpers.All, NumberHelpers.All, ListHelpers.All, JsonHelpers.All,
        XmlHelpers.All, DateHelpers.All, RandomHelpers.All,
    }.SelectMany(helpers => helpers).ToFrozenDictionary(helper => helper.Name, StringComparer.Ordinal);

    /// <summary>Helpers of Java WireMock that are refused, and why.</summary>
    private static readonly FrozenDictionary<string, string> Refused = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hostname"] = "templates do not read the environment",
        ["systemValue"] = "templates do not read the environment",
        ["file"] = "templates do not read files; use `bodyFileName`",
        ["include"] = "templates do not read files; use `bodyFileName`",
        ["embedded"] = "templates do not read files; use `bodyFileName`",
        ["i18n"] = "templates do not read files; write the text itself",
        ["i18nJs"] = "templates do not read files; write the text itself",
        ["precompile"] = "templates do not read files; write the text itself",
        ["partial"] = "write the text itself",
        ["block"] = "write the text itself",
        ["log"] = "templates write nothing but the response",
        ["jsonRemove"] = "state the members that the response has",
        ["jsonSort"] = "state the items in their order",
        ["dateFormat"] = "use `date` with `format`",
        ["randomPhoneNumber"] = "use `randomValue`",
        ["jwt"] = "it is an extension in Java",
        ["jwks"] = "it is an extension in Java",
        ["random"] = "it is an extension in Java; use `randomValue`",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static TemplateHelper? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Why a helper is refused; null if it is not known.</summary>
    public static string? RefusalOf(string name) => Refused.GetValueOrDefault(name);
}
