using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>Requests whose caller is not who it should be.</content>
internal sealed partial class OperationPlanner
{
    private CheckKey? SecurityRow => _api.Rules.ForSecurity(_operation).Id is var id && _row.ContainsKey(id) ? new CheckKey(id, _operation.Id) : null;

    private string SecurityCaseId(CredentialForm form) => $"{_operation.Id}/security/{form.ToString().ToLowerInvariant()}";

    /// <summary>The ways in which a caller is not who it should be; none where the operation is open.</summary>
    private IEnumerable<(CredentialForm Form, string Title)> SecurityForms()
    {
        if (_operation.Security.Count == 0 || _operation.Security.Any(requirement => requirement.Schemes.Count == 0))
        {
            yield break;
        }

        var scheme = _operation.Security[0].Schemes[0];
        yield return (CredentialForm.Missing, $"{scheme.ParameterName} is left out");
        yield return (CredentialForm.Empty, $"{scheme.ParameterName} is empty");
        yield return (CredentialForm.Unknown, $"{scheme.ParameterName} has an unknown token");
        if (scheme.Scheme is { } word)
        {
            yield return (CredentialForm.WrongScheme, $"{scheme.ParameterName} has the token after another word than {word}");
        }

        yield return (CredentialForm.WrongHeader, $"the token is in another header than {scheme.ParameterName}");
    }

    private IEnumerable<ContractCase> SecurityCases()
    {
        if (SecurityRow is not { } row || _drafts.Count == 0)
        {
            yield break;
        }

        var rule = _api.Rules.ForSecurity(_operation);
        foreach (var (form, title) in SecurityForms())
        {
            var draft = Invented(Fullest, SecurityCaseId(form)) with { Credential = form };
            if (RequestWriter.Write(draft) is { } written && RequestCheck.BreaksOnly(rule, _check.Violations(_operation, written, draft.Samples())))
            {
                yield return Make(SecurityCaseId(form), title, draft, CaseExpectation.Refused, [row], ViolationKind.Security, written);
            }
        }
    }
}
