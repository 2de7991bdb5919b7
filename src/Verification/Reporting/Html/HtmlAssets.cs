using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The page's style and script, and the policy that allows these and nothing else.</summary>
internal static class HtmlAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    /// <summary>The filters of a page without script: a narrowed group hides what none of its ticked boxes names.</summary>
    /// <param name="operations">How many operations the page has.</param>
    public static string StyleWithoutScript(int operations)
    {
        var style = new StringBuilder();
        foreach (var (group, values) in HtmlFilters.Groups)
        {
            foreach (var value in values)
            {
                style.Append(
                    CultureInfo.InvariantCulture,
                    $"body:has(.{group} input:checked):not(:has(#{group}-{value}:checked)) .rule.{value}{{display:none}}\n");
            }
        }

        for (var operation = 1; operation <= operations; operation++)
        {
            style.Append(
                CultureInfo.InvariantCulture,
                $"body:has(#operation option[value=\"{operation}\"]:checked) .operation:not(#operation-{operation}){{display:none}}\n");
        }

        return style.ToString();
    }

    /// <summary>CSP level 3: no resource of any origin, and only these texts as style and script.</summary>
    public static string Policy(params ReadOnlySpan<string> styles)
    {
        var hashes = string.Join(' ', styles.ToArray().Select(Hash));
        return $"default-src 'none'; img-src data:; style-src {hashes}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream(name)!);
        return Printable.Lines(reader.ReadToEnd());
    }
}
