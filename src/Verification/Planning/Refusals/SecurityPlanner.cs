using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Plans requests with missing or wrong credentials.</summary>
/// <param name="rule">The operation's authentication rule.</param>
internal sealed class SecurityPlanner(
    Rule rule, OperationDrafts drafts, CaseWriter writer, CheckList checks, WrittenRequestValidator requests)
{
    /// <summary>The authentication check; null if the operation has none.</summary>
    public CheckKey? Check => checks.Contains(rule.Id) ? checks.KeyOf(rule) : null;

    /// <summary>The forms of missing or wrong credentials with titles; empty if the operation needs none.</summary>
    public IEnumerable<(CredentialForm Form, string Title)> Forms()
    {
        var security = drafts.Operation.Security;
        if (security.Count == 0 || security.Any(requirement => requirement.Schemes.Count == 0))
        {
            yield break;
        }

        // A client certificate is not part of a request.
        if (drafts.IsEmpty || drafts.Plain.Schemes is not [var scheme, ..])
        {
            yield break;
        }

        yield return (CredentialForm.Missing, $"{scheme.ParameterName} is left out");
        yield return (CredentialForm.Empty, $"{scheme.ParameterName} is empty");
        yield return (CredentialForm.Unknown, $"{scheme.ParameterName} has an unknown token");
        if (scheme.Scheme is { } word && RequestWriter.OtherScheme(drafts.Operation, scheme) is not null)
        {
            yield return (CredentialForm.WrongScheme, $"{scheme.ParameterName} has a scheme other than {word}");
        }

        yield return (CredentialForm.WrongHeader, $"the token is in a header other than {scheme.ParameterName}");
    }

    public IEnumerable<ContractCase> Cases()
    {
        if (Check is not { } check || drafts.IsEmpty)
        {
            yield break;
        }

        foreach (var (form, title) in Forms())
        {
            var id = $"{drafts.Operation.Id}/security/{form.ToString().ToLowerInvariant()}";
            var draft = drafts.Invented(drafts.Plain, id) with { Credential = form };
            if (RequestWriter.Write(draft) is { } written
                && WrittenRequestValidator.BreaksOnly(rule, requests.Violations(drafts.Operation, written, draft.Samples())))
            {
                yield return writer.Write(id, title, draft, CaseExpectation.Refused, [check], ViolationKind.Security, written);
            }
        }
    }
}
