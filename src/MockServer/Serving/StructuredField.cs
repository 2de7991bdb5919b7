using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Serving;

/// <summary>Writes header values as structured fields (RFC 9651): strings are ASCII, so anything else is percent-encoded.</summary>
internal static class StructuredField
{
    /// <summary>Beyond this, clients and proxies refuse a header. Characters.</summary>
    private const int Limit = 8000;

    public static string String(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                quoted.Append('\\').Append((char)rune.Value);
            }
            else if (rune.Value is >= 0x20 and < 0x7f and not '%')
            {
                quoted.Append((char)rune.Value);
            }
            else
            {
                quoted.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return quoted.Append('"').ToString();
    }

    public static string Source(RuleSource source) => source switch
    {
        RuleSource.Stated => "stated",
        RuleSource.Shown => "shown",
        _ => "assumed",
    };

    public static string At(DocumentPosition position) => String($"{position.File}:{position.Line}");

    private static string Nearest(Violation violation) => violation.Nearest is { } nearest ? $";nearest={String(nearest)}" : "";

    /// <summary>One member for each violation; what does not fit is counted in a last member, <c>more;count=N</c>.</summary>
    public static string List(IReadOnlyList<Violation> violations)
    {
        var list = new StringBuilder();
        for (var index = 0; index < violations.Count; index++)
        {
            var violation = violations[index];
            var member = $"{String(violation.Rule.Id)};instance={String(violation.Instance)};source={Source(violation.Rule.Source)};at={At(violation.Rule.Node.Position)}{Nearest(violation)}";
            if (list.Length + member.Length > Limit)
            {
                return list.Append($"{(list.Length > 0 ? ", " : "")}more;count={violations.Count - index}").ToString();
            }

            list.Append(list.Length > 0 ? ", " : "").Append(member);
        }

        return list.ToString();
    }
}
