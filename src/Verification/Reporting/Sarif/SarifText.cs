using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>Plain text as SARIF's messages and URIs want it.</summary>
internal static class SarifText
{
    /// <summary>
    /// A message string: braces are placeholders unless doubled (SARIF 2.1.0, 3.11.5), and <c>[text](target)</c> is a link (3.11.6).
    /// </summary>
    public static string Message(string text) => DoubledBraces(Printable.Lines(text)).Replace("](", "] (", StringComparison.Ordinal);

    public static string DoubledBraces(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>A file as a URI reference (RFC 3986): relative paths stay relative, as code scanning wants them.</summary>
    public static string Uri(string path)
    {
        var portable = path.Replace('\\', '/');
        var segments = string.Join('/', portable.Split('/').Select(System.Uri.EscapeDataString));
        return portable.StartsWith('/') ? $"file://{segments}"
            : portable is [var drive, ':', '/', ..] && char.IsAsciiLetter(drive)
                ? $"file:///{drive}:{segments[segments.IndexOf('/', StringComparison.Ordinal)..]}"
            : segments;
    }
}
