using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>
/// Plans accepted requests for the alternatives that the plain request does not use: each schema of <c>anyOf</c> and <c>oneOf</c>, and both
/// results of <c>if</c>.
/// </summary>
internal sealed class AlternativePlanner(SchemaView view, OperationDrafts drafts, DraftFinder finder, CaseWriter writer)
{
    public IEnumerable<ContractCase> Cases()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var inBody = drafts.Rules.Where(use => use.MediaType is not null && use.MediaType == drafts.Media);
        foreach (var use in inBody.Where(use => HasAlternatives(use.Rule)))
        {
            foreach (var (index, (title, branch, matches)) in Alternatives(use, drafts.Plain.Values).Index())
            {
                if (drafts.Budget.IsSpent)
                {
                    yield break;
                }

                var id = $"{writer.IdOf(use.Rule)}/alternative/{index + 1}";
                if (!ids.Contains(id) && Draft(use, branch, matches, id) is { } draft)
                {
                    ids.Add(id);
                    yield return writer.Write(
                        id, title, draft, CaseExpectation.Accepted, [new CheckKey(use.Rule.Id, drafts.Operation.Id)]);
                }
            }
        }
    }

    private static bool HasAlternatives(Rule rule) =>
        rule.Keyword is { } name && KeywordCatalog.Find(name) is { Boundary: KeywordBoundary.Branches };

    private static IEnumerable<(string Title, DocumentNode Branch, bool Matches)> Alternatives(RuleUse use, JsonObject parts)
    {
        var name = MutationText.Subject(use.Rule, use.Instance, parts);
        if (use.Rule.Keyword == KeywordNames.If)
        {
            yield return ($"{name} matches its condition", use.Rule.Node, true);
            yield return ($"{name} does not match its condition", use.Rule.Node, false);
            yield break;
        }

        foreach (var (index, branch) in use.Rule.Node.Elements().Index())
        {
            yield return ($"{name} matches alternative {index + 1}", branch, true);
        }
    }

    /// <summary>
    /// A request whose value matches the branch, or does not; null if the plain request is such a request or none is found.
    /// </summary>
    private RequestDraft? Draft(RuleUse use, DocumentNode branch, bool matches, string id)
    {
        foreach (var draft in (RequestDraft[])[drafts.Plain, drafts.Fullest.Draft])
        {
            if (ValueIn(draft, use) is not (var pointer, var present))
            {
                continue;
            }

            if (draft == drafts.Plain && finder.Fits(branch, present) == matches)
            {
                return null;
            }

            var found = CompoundValues.Alternatives(use.Rule, branch, matches, present, finder, view)
                .Where(value => finder.Fits(branch, value) == matches)
                .Select(value => MessageValues.Set(draft.Values, pointer, value))
                .FirstOrDefault(values => values is not null && drafts.IsAllowed(draft with { Values = values }));
            if (found is not null)
            {
                return drafts.Invented(draft with { Values = found }, id);
            }
        }

        // Other accepted requests may be of that alternative by chance.
        return drafts.All.Concat(drafts.Others)
            .FirstOrDefault(draft => ValueIn(draft, use) is var (_, present) && finder.Fits(branch, present) == matches)
            is { } other
            ? drafts.Invented(other, id)
            : null;
    }

    private static (string Pointer, JsonNode? Value)? ValueIn(RequestDraft draft, RuleUse use) =>
        MessageValues.Find(draft.Values, use.Instance) is [var pointer, ..] && MessageValues.TryGet(draft.Values, pointer, out var value)
            ? (pointer, value)
            : null;
}
