using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>The page's style and script, and the policy that allows these and nothing else.</summary>
internal static class HtmlAssets
{
    /// <summary>The groups of boxes that narrow the matrix, and the classes of checks that each box shows.</summary>
    private static readonly (string Group, IEnumerable<string> Classes)[] Groups =
    [
        ("outcome", OutcomeWords.All.Select(OutcomeWords.Id)),
        ("source", Enum.GetValues<RuleSource>().Select(RuleSourceWords.ToWord)),
    ];

    public static string Style { get; } = HtmlTemplates.Read("report.css");

    public static string Script { get; } = HtmlTemplates.Read("report.js");

    /// <summary>The filters of a page without script: a narrowed group hides what none of its ticked boxes names.</summary>
    /// <param name="operations">How many operations the page has.</param>
    public static string StyleWithoutScript(int operations)
    {
        var style = new StringBuilder();
        foreach (var (group, classes) in Groups)
        {
            foreach (var name in classes)
            {
                style.Append(
                    CultureInfo.InvariantCulture,
                    $"body:has(.{group} input:checked):not(:has(#{group}-{name}:checked)) .check.{name}{{display:none}}\n");
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
    public static string Policy(string styleWithoutScript) =>
        $"default-src 'none'; img-src data:; style-src {Hash(Style)} {Hash(styleWithoutScript)}; script-src {Hash(Script)}; "
        + "base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
