using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>Conditions for cookies, as conditions for their header: WireMock's own cannot say 'absent or ...'.</summary>
internal static class CookiePattern
{
    public const string Header = "Cookie";

    /// <summary>No cookie of that name, or an empty one.</summary>
    public static JsonObject Missing(string name) =>
        StubPattern.AbsentOr(StubPattern.DoesNotMatch($@"(?:[\s\S]*;)?\s*{Regex.Escape(name)}\s*=\s*[^;\s][\s\S]*"));
}
