using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>
/// The order in which paths are asked: concrete segments before templated ones, leftmost first (OpenAPI 3.1, section 4.8.8.2).
/// </summary>
internal static class StubOrder
{
    /// <summary>
    /// A text for each shape of path; of two paths that match the same request, the first in ordinal order has precedence.
    /// </summary>
    public static string KeyOf(string path) => string.Join('/', path.TrimStart('/').Split('/').Select(KeyOfSegment));

    private static string KeyOfSegment(string text)
    {
        var segment = TemplateSegment.Parse(text);
        return segment.IsLiteral ? "0" : segment.IsWhole ? "2" : $"1{Math.Max(0, 9999 - segment.LiteralLength):D4}";
    }
}
