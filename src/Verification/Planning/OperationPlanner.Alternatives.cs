using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>
/// Requests that are accepted as another alternative than the plain one: each branch of <c>anyOf</c> and <c>oneOf</c>, both sides of
/// <c>if</c>.
/// </content>
internal sealed partial class OperationPlanner
{
    private void AddAlternatives()
    {
        var inBody = _uses.Where(use => use.MediaType is not null && use.MediaType == _media);
        foreach (var use in inBody.Where(use => use.Rule.Keyword is "anyOf" or "oneOf" or "if"))
        {
            var number = 0;
            foreach (var (title, branch, holds) in Alternatives(use))
            {
                number++;
                var id = $"{CaseIdOf(use.Rule)}/alternative/{number}";
                if (_plan.Cases.TrueForAll(one => one.Id != id) && AlternativeDraft(use, branch, holds, id) is { } draft)
                {
                    _plan.Cases.Add(Make(id, title, draft, CaseExpectation.Accepted, [Row(use.Rule)]));
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
    private RequestDraft? AlternativeDraft(RuleUse use, DocumentNode branch, bool holds, string id)
    {
        foreach (var plain in (RequestDraft[])[Fullest, Wide.Draft])
        {
            if (MessageValues.Find(plain.MessageValues, use.Instance) is not [var pointer, ..] || !MessageValues.TryGet(plain.MessageValues, pointer, out var present))
            {
                continue;
            }

            if (plain == Fullest && _source.Fits(branch, present) == holds)
            {
                return null;
            }

            var found = CompoundValues.Alternatives(use.Rule, branch, holds, present, _source, _api.Documents)
                .Where(value => _source.Fits(branch, value) == holds)
                .Select(value => MessageValues.Set(plain.MessageValues, pointer, value))
                .FirstOrDefault(parts => parts is not null && IsAllowed(plain with { MessageValues = parts }));
            if (found is not null)
            {
                return Invented(plain with { MessageValues = found }, id);
            }
        }

        return null;
    }
}
