using System.Text.Json.Nodes;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>Requests that break exactly one rule.</content>
internal sealed partial class OperationPlanner
{
    private static readonly string[] WrongTypes = ["text/plain", "application/octet-stream", "image/png"];

    /// <summary>
    /// How many requests may break a rule, where each way is one: types go through every kind, with the first and the last element in
    /// turns.
    /// </summary>
    private int MostRefusals(Rule rule) => rule.Keyword switch
    {
        "type" => Math.Max(_options.MostRefusals, OtherTypes.Most),
        "enum" or "const" => Math.Max(_options.MostRefusals, WrongValues.MostOutside),
        _ => _options.MostRefusals,
    };

    private void AddRefusals()
    {
        foreach (var group in _uses.Where(use => use.Rule.Kind != RuleKind.Security).GroupBy(use => use.Rule.Id))
        {
            var rule = group.First().Rule;
            List<RuleUse> uses = [.. group.Where(use => use.MediaType is null || use.MediaType == _media)];
            var refused = Refusals(rule, uses, $"{_operation.Id}/{rule.Id}", MostRefusals(rule), out var reason);
            var further = rule.Kind == RuleKind.ContentType && refused.Count > 0 ? AddOtherMediaType() : (CheckKey?)null;
            foreach (var (draft, refusal) in refused)
            {
                var made = further is { } row ? refusal with { Rows = [.. refusal.Rows, row] } : refusal;
                (IsInSequence && draft.Needs.Count == Fullest.Needs.Count ? _plan.RefusedDeletions : _plan.Cases).Add(made);
            }

            if (refused.Count == 0)
            {
                Unexercised(rule, reason.Length > 0 ? reason : WhyNot(group.First()));
            }
        }
    }

    /// <summary>That a server fails at what it need not take is another matter than that it takes it.</summary>
    private CheckKey AddOtherMediaType() =>
        AddCheck(
            CheckIds.OtherMediaType, RuleSource.Stated, "a body of another media type is never answered with 5xx", _operation.RequestBody!.Node);

    /// <summary>Requests that break the rule and no other: each way once, and each place.</summary>
    /// <param name="tag">Names the data that they invent.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="reason">Why there are none.</param>
    private List<(RequestDraft Draft, ContractCase Case)> Refusals(Rule rule, IReadOnlyList<RuleUse> uses, string tag, int most, out string reason)
    {
        var refused = new List<(RequestDraft Draft, ContractCase Case)>();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var (ways, places) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        reason = "";
        foreach (var attempt in uses.SelectMany(use => Attempts(use, tag, () => sent.Count > 0)))
        {
            if (sent.Count == most)
            {
                break;
            }

            if ((!ways.Contains(attempt.Way) || !places.Contains(attempt.Place))
                && attempt.Make() is { } draft && Refuse(rule, attempt.Title, draft, sent, ref reason) is { } made)
            {
                ways.Add(attempt.Way);
                places.Add(attempt.Place);
                refused.Add((draft, made));
            }
        }

        return refused;
    }

    private ContractCase? Refuse(Rule rule, string title, RequestDraft draft, HashSet<string> sent, ref string reason)
    {
        var undecided = UndecidedValues.In(_places, draft.MessageValues);
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

    /// <param name="isBroken">Whether a request was found by now.</param>
    private IEnumerable<RefusalAttempt> Attempts(RuleUse use, string tag, Func<bool> isBroken)
    {
        switch (use.Rule.Kind)
        {
            case RuleKind.Parameter when use.Instance.StartsWith("/path/", StringComparison.Ordinal):
                yield break;
            case RuleKind.Body:
                yield return new("the body is left out", 0, "/body", () => Fullest with { MessageValues = MessageValues.Remove(Fullest.MessageValues, "/body")! });
                yield break;
            case RuleKind.ContentType:
                for (var way = 0; way < WrongTypes.Length; way++)
                {
                    var type = WrongTypes[way];
                    yield return new($"the body is sent as {type}", way, "/header/Content-Type", () => Fullest with { ContentType = type });
                }

                yield break;
        }

        foreach (var draft in DraftsWith(use))
        {
            var base_ = Invented(draft, tag);
            var places = _places.Find(base_.MessageValues, use.Instance);
            foreach (var mutation in Mutations.Of(use.Rule, use.Instance, base_.MessageValues, _api.Documents, places, Further(use.Rule)))
            {
                yield return new(mutation.Title, mutation.Way, mutation.Place, () => mutation.Apply() is { } parts
                    ? base_ with { MessageValues = parts, Needs = [.. base_.Needs.Where(needed => mutation.Place != $"/path/{needed.Parameter}")] }
                    : null);
            }

            if (isBroken())
            {
                // Other drafts would only repeat it.
                yield break;
            }
        }
    }

    /// <summary>
    /// The drafts in which the rule may be broken: those that have its place, or else the first. One is enough where it does not depend on
    /// what else is there.
    /// </summary>
    private IEnumerable<RequestDraft> DraftsWith(RuleUse use)
    {
        if (!use.Instance.StartsWith("/body", StringComparison.Ordinal))
        {
            yield return Fullest;
            yield break;
        }

        var isFound = false;
        foreach (var draft in _drafts.Append(Wide.Draft).Where(Has))
        {
            yield return draft;
            isFound = true;
            if (WrongValues.StandAlone(use.Rule))
            {
                yield break;
            }
        }

        foreach (var draft in Others.Where(Has))
        {
            yield return draft;
            isFound = true;
        }

        if (!isFound)
        {
            yield return Fullest;
        }

        bool Has(RequestDraft draft) => _places.Has(draft.MessageValues, use.Instance);
    }

    private Func<JsonNode?, IEnumerable<JsonNode?>> Further(Rule rule) =>
        CompoundValues.Includes(rule) ? present => CompoundValues.Breaking(rule, present, _source) : _ => [];

    private string WhyNot(RuleUse use) => use.Rule switch
    {
        { Keyword: "type" } when !use.Instance.StartsWith("/body", StringComparison.Ordinal) => "HTTP cannot carry a request that breaks it",
        { Keyword: "type" } when _uses.FirstOrDefault(other => other.Instance == use.Instance && other.Rule.Keyword is "enum" or "const") is { } values =>
            $"no request breaks it alone: {values.Rule.Statement}, too",
        { Kind: RuleKind.Parameter } when use.Instance.StartsWith("/path/", StringComparison.Ordinal) =>
            "a path parameter cannot be left out: the path would be another one",
        _ when use.MediaType is { } media && media != _media =>
            $"no request was found that breaks it: bodies are sent as {media.Name} only where JSON is not taken",
        _ => "no request was found that breaks it",
    };
}
