using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Serving;

/// <summary>Writes header values as structured fields (RFC 9651): strings are ASCII, so anything else is percent-encoded.</summary>
internal static class StructuredField
{
    /// <summary>Beyond this, clients and proxies refuse a header. Characters.</summary>
    private const int Limit = 8000;

    public static string Source(RuleSource source) => source switch
    {
        RuleSource.Stated => "stated",
        RuleSource.Shown => "shown",
        _ => "assumed",
    };

    public static string At(DocumentPosition position) => FieldSyntax.StructuredString($"{position.File}:{position.Line}");

    private static string Nearest(Violation violation) => violation.Nearest is { } nearest ? $";nearest={FieldSyntax.StructuredString(nearest)}" : "";

    /// <summary>One member for each violation; what does not fit is counted in a last member, <c>more;count=N</c>.</summary>
    public static string List(IReadOnlyList<Violation> violations)
    {
        var list = new StringBuilder();
        for (var index = 0; index < violations.Count; index++)
        {
            var violation = violations[index];
            var member = $"{FieldSyntax.StructuredString(violation.Rule.Id)};instance={FieldSyntax.StructuredString(violation.Instance)};source={Source(violation.Rule.Source)};at={At(violation.Rule.Node.Position)}{Nearest(violation)}";
            if (list.Length + member.Length > Limit)
            {
                return list.Append($"{(list.Length > 0 ? ", " : "")}more;count={violations.Count - index}").ToString();
            }

            list.Append(list.Length > 0 ? ", " : "").Append(member);
        }

        return list.ToString();
    }
}
