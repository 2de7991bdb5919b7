using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Responding;

/// <summary>Writes violations and their rules as structured fields (RFC 9651).</summary>
internal static class ViolationList
{
    /// <summary>The length of the header in characters: clients and proxies refuse longer ones.</summary>
    private const int Limit = 8000;

    /// <summary>A place in the document as a string: <c>"spec/openapi.yaml:214"</c>.</summary>
    public static string At(DocumentPosition position) => FieldSyntax.StructuredString($"{position.File}:{position.Line}");

    /// <summary>One member for each violation; those that do not fit are counted in a last member, <c>more;count=N</c>.</summary>
    public static string Write(IReadOnlyList<Violation> violations)
    {
        var list = new StringBuilder();
        for (var index = 0; index < violations.Count; index++)
        {
            var separator = list.Length > 0 ? ", " : "";
            var member = Member(violations[index]);
            if (list.Length + member.Length > Limit)
            {
                return list.Append($"{separator}more;count={violations.Count - index}").ToString();
            }

            list.Append(separator).Append(member);
        }

        return list.ToString();
    }

    private static string Member(Violation violation)
    {
        var nearest = violation.Nearest is null ? "" : $";nearest={FieldSyntax.StructuredString(violation.Nearest)}";
        return $"{FieldSyntax.StructuredString(violation.Rule.Id)};instance={FieldSyntax.StructuredString(violation.Instance)}"
            + $";source={violation.Rule.Source.ToWord()};at={At(violation.Rule.Node.Position)}{nearest}";
    }
}
