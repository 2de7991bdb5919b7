using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.AspNetCore.Problems;

/// <summary>A violation as problem details have it.</summary>
/// <param name="Source">How sure the rule is: <c>stated</c>, <c>shown</c> or <c>assumed</c>.</param>
/// <param name="Pointer">RFC 6901 pointer of the rule in its file.</param>
/// <param name="Instance">RFC 6901 pointer into the message.</param>
internal sealed record ViolationDetails(
    string Rule, string Source, string File, int Line, string Pointer, string Instance, string Expected, string Found, string? Nearest)
{
    public static ViolationDetails Of(Violation violation)
    {
        var position = violation.Rule.Node.Position;
        return new(
            violation.Rule.Id,
            violation.Rule.Source.ToWord(),
            position.File,
            position.Line,
            violation.Rule.Node.Pointer,
            violation.Instance,
            violation.Expected,
            violation.Rule.Secret ? Redactor.Word : violation.Found,
            violation.Nearest);
    }
}
