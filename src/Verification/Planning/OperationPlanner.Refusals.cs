using SocialApi.Contract.Model;
using SocialApi.Contract.Rules;
using SocialApi.Contract.Validation;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <content>Requests that break exactly one rule.</content>
internal sealed partial class OperationPlanner
{
    private void AddRefusals()
    {
        foreach (var group in _uses.Where(use => use.Rule.Keyword != "security").GroupBy(use => use.Rule.Id))
        {
            var rule = group.First().Rule;
            var sent = new HashSet<string>(StringComparer.Ordinal);
            var reason = "";
            foreach (var (title, draft) in group.Where(use => use.MediaType is null || use.MediaType == _media).SelectMany(use => Attempts(use, $"{_operation.Id}/{rule.Id}")))
            {
                if (sent.Count == _options.MostRefusals)
                {
                    break;
                }

                if (Refuse(rule, title, draft, sent, ref reason) is { } made)
                {
                    (IsInSequence && draft.Needs.Count == Fullest.Needs.Count ? _plan.RefusedDeletions : _plan.Cases).Add(made);
                }
            }

            if (sent.Count == 0)
            {
                Unexercised(rule, reason.Length > 0 ? reason : WhyNot(group.First()));
            }
        }
    }

    private ContractCase? Refuse(Rule rule, string title, RequestDraft draft, HashSet<string> sent, ref string reason)
    {
        var undecided = _places.Undecided(draft.Parts);
        if (undecided is not null)
        {
            reason = reason.Length > 0 ? reason : $"the only way to break it is one that the document leaves undecided, at {undecided}";
            return null;
        }

        if (RequestWriter.Write(draft) is not { } written)
        {
            reason = "what would break it cannot be written in the body's media type";
            return null;
        }

        var violations = _check.Violations(_operation, written, draft.Samples());
        if (!RequestCheck.BreaksOnly(rule, violations))
        {
            reason = reason.Length > 0 ? reason
                : violations is null ? "a request that breaks it is another operation's"
                : violations.Count == 0 ? "HTTP cannot carry a request that breaks it"
                : $"no request breaks it alone: {violations.First(violation => violation.Rule.Id != rule.Id).Rule.Statement}, too";
            return null;
        }

        var made = Make($"{CaseIdOf(rule)}/{sent.Count + 1}", title, draft, CaseExpectation.Refused, [Row(rule)], violations![0].Kind, written);
        return sent.Add(System.Text.Encoding.UTF8.GetString(made.ToBytes())) ? made : null;
    }

    /// <param name="tag">Names the data that the attempts invent.</param>
    private IEnumerable<(string Title, RequestDraft Draft)> Attempts(RuleUse use, string tag)
    {
        switch (use.Rule.Keyword)
        {
            case "parameter" when use.Instance.StartsWith("/path/", StringComparison.Ordinal):
                yield break;
            case "body":
                yield return ("the body is left out", Fullest with { Parts = Parts.Remove(Fullest.Parts, "/body")! });
                yield break;
            case "content-type":
                foreach (var type in (string[])["text/plain", "application/octet-stream", "image/png"])
                {
                    yield return ($"the body is sent as {type}", Fullest with { ContentType = type });
                }

                yield break;
        }

        var isFound = false;
        foreach (var draft in _drafts)
        {
            var base_ = draft with { Parts = _data.Apply(draft.Parts, _places, tag, parts => _source.Accepts(draft with { Parts = parts })) };
            foreach (var mutation in Mutations.Of(use.Rule, use.Instance, base_.Parts, _api.Documents))
            {
                isFound = true;
                yield return (mutation.Title, base_ with { Parts = mutation.Parts, Needs = [.. base_.Needs.Where(needed => mutation.Place != $"/path/{needed.Parameter}")] });
            }

            if (isFound && Parts.Find(draft.Parts, use.Instance).Count > 0)
            {
                // Other drafts would only repeat it.
                yield break;
            }
        }
    }

    private static string WhyNot(RuleUse use) => use.Rule.Keyword switch
    {
        "parameter" when use.Instance.StartsWith("/path/", StringComparison.Ordinal) => "a path parameter cannot be left out: the path would be another one",
        _ when use.MediaType is { } media => $"no request was found that breaks it: bodies are sent as {media.Name} only where JSON is not taken",
        _ => "no request was found that breaks it",
    };
}
