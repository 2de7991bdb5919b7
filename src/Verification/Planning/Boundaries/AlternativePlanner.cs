using SocialContract.Contract.Documents;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>
/// Plans requests that are accepted as another alternative than the plain one: each branch of <c>anyOf</c> and <c>oneOf</c>, both sides of
/// <c>if</c>.
/// </summary>
internal sealed class AlternativePlanner(SchemaView view, OperationDrafts drafts, DraftSource source, CaseWriter writer)
{
    public IEnumerable<ContractCase> Cases()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var inBody = drafts.Rules.Where(use => use.MediaType is not null && use.MediaType == drafts.Media);
        foreach (var use in inBody.Where(use => use.Rule.Keyword is "anyOf" or "oneOf" or "if"))
        {
            foreach (var (index, (title, branch, holds)) in Alternatives(use).Index())
            {
                var id = $"{writer.IdOf(use.Rule)}/alternative/{index + 1}";
                if (!ids.Contains(id) && Draft(use, branch, holds, id) is { } draft)
                {
                    ids.Add(id);
                    yield return writer.Write(
                        id, title, draft, CaseExpectation.Accepted, [new CheckKey(use.Rule.Id, drafts.Operation.Id)]);
                }
            }
        }
    }

    private static IEnumerable<(string Title, DocumentNode Branch, bool Holds)> Alternatives(RuleUse use)
    {
        var name = MutationText.Subject(use.Rule, use.Instance);
        if (use.Rule.Keyword == "if")
        {
            yield return ($"{name} is as its condition describes", use.Rule.Node, true);
            yield return ($"{name} is not as its condition describes", use.Rule.Node, false);
            yield break;
        }

        foreach (var (index, branch) in use.Rule.Node.Elements().Index())
        {
            yield return ($"{name} is as alternative {index + 1} describes", branch, true);
        }
    }

    /// <summary>
    /// A request whose value at the place fits the branch, or does not; null where the plain request is one, or none is found.
    /// </summary>
    private RequestDraft? Draft(RuleUse use, DocumentNode branch, bool holds, string id)
    {
        foreach (var draft in (RequestDraft[])[drafts.Plain, drafts.Fullest.Draft])
        {
            if (MessageValues.Find(draft.Values, use.Instance) is not [var pointer, ..]
                || !MessageValues.TryGet(draft.Values, pointer, out var present))
            {
                continue;
            }

            if (draft == drafts.Plain && source.Fits(branch, present) == holds)
            {
                return null;
            }

            var found = CompoundValues.Alternatives(use.Rule, branch, holds, present, source, view)
                .Where(value => source.Fits(branch, value) == holds)
                .Select(value => MessageValues.Set(draft.Values, pointer, value))
                .FirstOrDefault(values => values is not null && drafts.IsAllowed(draft with { Values = values }));
            if (found is not null)
            {
                return drafts.Invented(draft with { Values = found }, id);
            }
        }

        return null;
    }
}
