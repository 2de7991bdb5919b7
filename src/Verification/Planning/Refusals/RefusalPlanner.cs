using System.Text;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Plans requests that break exactly one rule, and records why a rule has none.</summary>
/// <param name="limit">The maximum number of requests for a rule, unless its keyword needs more.</param>
internal sealed class RefusalPlanner(
    OperationDrafts drafts, CaseWriter writer, CheckList checks, WrittenRequestValidator requests, RefusalAttempts attempts, int limit)
{
    private readonly Lazy<ILookup<string, RuleUse>> _uses = new(
        () => drafts.Rules.Where(drafts.IsWritten).ToLookup(use => use.Rule.Id, StringComparer.Ordinal));

    /// <summary>Requests for each rule except authentication, in the order of the rules.</summary>
    public IEnumerable<Refusal> All()
    {
        foreach (var group in drafts.Rules.Where(use => use.Rule.Kind != RuleKind.Security).GroupBy(use => use.Rule.Id))
        {
            var rule = group.First().Rule;
            if (OfOthers(group.First().Instance) is { } why)
            {
                checks.LeaveUnexercised(checks.KeyOf(rule), why);
                continue;
            }

            var (refused, reason) = Of(rule, [.. group.Where(drafts.IsWritten)], $"{drafts.Operation.Id}/{rule.Id}", LimitOf(rule));
            var further = rule.Kind == RuleKind.ContentType && refused.Count > 0 ? AddOtherMediaType() : (CheckKey?)null;
            foreach (var refusal in refused)
            {
                yield return further is { } check
                    ? refusal with { Case = refusal.Case with { Checks = [.. refusal.Case.Checks, check] } }
                    : refusal;
            }

            if (refused.Count == 0)
            {
                checks.LeaveUnexercised(checks.KeyOf(rule), reason.Length > 0 ? reason : WhyNot(group.First()));
            }
        }
    }

    /// <summary>Why a parameter's value is not the case's to choose; null where it is.</summary>
    private string? OfOthers(string place) =>
        MessagePointer.Parse(place).IsInBody ? null
        : ConnectionHeaders.Include(place) ? ConnectionHeaders.Reason(place)
        : CallerCredentials.Include(drafts.Operation, place)
            ? "its value is the caller's credential, which the check of authentication covers"
        : null;

    /// <summary>A request that breaks the rule with the given id and no other; null if none is found.</summary>
    /// <param name="caseId">The case's id, which also varies its invented data.</param>
    public ContractCase? Single(string ruleId, string caseId)
    {
        List<RuleUse> uses = [.. _uses.Value[ruleId]];
        return Of(uses[0].Rule, uses, caseId, 1).Refused is [var refusal] ? refusal.Case with { Id = caseId } : null;
    }

    /// <summary>A type needs a request for every kind of JSON values, alternating between the first and the last element.</summary>
    private int LimitOf(Rule rule) => (rule.Keyword is { } name ? KeywordCatalog.Find(name)?.Break : null) switch
    {
        KeywordBreak.OtherType => Math.Max(limit, OtherTypes.Limit),
        KeywordBreak.Unlisted => Math.Max(limit, WrongValues.EnumLimit),
        _ => limit,
    };

    /// <summary>A server that fails on another media type breaks this check; a server that accepts it breaks the rule.</summary>
    private CheckKey AddOtherMediaType() => checks.Add(
        CheckIds.OtherMediaType,
        RuleSource.Stated,
        "a body of another media type never gets a 5xx",
        drafts.Operation.RequestBody!.Node);

    /// <summary>Requests that break the rule and no other: each change and each place once.</summary>
    /// <param name="tag">Varies their invented data.</param>
    /// <returns>The requests, and the reason if there are none; it may be empty.</returns>
    private (IReadOnlyList<Refusal> Refused, string Reason) Of(Rule rule, IReadOnlyList<RuleUse> uses, string tag, int wanted)
    {
        var refused = new List<Refusal>();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var (ways, places) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        var reason = "";
        foreach (var attempt in uses.TakeWhile(_ => !drafts.Budget.IsSpent).SelectMany(use => attempts.Of(use, tag, () => sent.Count > 0)))
        {
            if (sent.Count == wanted || drafts.Budget.IsSpent)
            {
                break;
            }

            drafts.Budget.ChargeCopy(drafts.Plain.Size);
            if ((!ways.Contains(attempt.Way) || !places.Contains(attempt.Place))
                && attempt.Make() is { } draft && Refuse(rule, attempt, draft, sent, ref reason) is { } contractCase)
            {
                ways.Add(attempt.Way);
                places.Add(attempt.Place);
                refused.Add(new Refusal(draft, contractCase));
            }
        }

        return (refused, reason);
    }

    private ContractCase? Refuse(Rule rule, RefusalAttempt attempt, RequestDraft draft, HashSet<string> sent, ref string reason)
    {
        var undecided = drafts.UndecidedIn(draft);
        if (undecided is not null)
        {
            reason = reason.Length > 0
                ? reason
                : $"every request that breaks it has a value that the document leaves undecided, at {undecided}";
            return null;
        }

        if (RequestWriter.Write(draft) is not { } written)
        {
            reason = MessagePointer.Parse(attempt.Place).IsInBody || attempt.Place == MessagePointer.ContentType
                ? "a request that breaks it cannot be written in the body's media type"
                : "HTTP cannot carry a request that breaks it";
            return null;
        }

        drafts.Charge(draft, written);
        var violations = requests.Violations(drafts.Operation, written, draft.Samples());
        if (!WrittenRequestValidator.BreaksOnly(rule, violations))
        {
            reason = reason.Length > 0 ? reason
                : violations is null ? "a request that breaks it reaches another operation"
                : violations.Count == 0 ? (IsJson(attempt.Place) ? "" : "HTTP cannot carry a request that breaks it")
                : "every request that breaks it also breaks: "
                    + violations.First(violation => violation.Rule.Id != rule.Id).Rule.Statement;
            return null;
        }

        var id = $"{writer.IdOf(rule)}/{sent.Count + 1}";
        var stage = violations![0].Kind;
        var contractCase = writer.Write(id, attempt.Title, draft, CaseExpectation.Refused, [checks.KeyOf(rule)], stage, written)
            with { BrokenPlace = attempt.Place, Doubt = OverlapDoubt.Of(violations[0], drafts.View) };
        return sent.Add(Encoding.UTF8.GetString(contractCase.ToBytes())) ? contractCase : null;
    }

    /// <summary>Whether values of any type can be sent at the place, so that one that breaks nothing is a matter of the rule.</summary>
    private bool IsJson(string place) =>
        MessagePointer.Parse(place).IsInBody && drafts.Media is { } media && MediaTypes.IsJson(media.Name);

    private string WhyNot(RuleUse use) => use.Rule switch
    {
        _ when drafts.Budget.IsSpent => PlanningBudget.Reason,
        { Keyword: KeywordNames.Type } when !MessagePointer.Parse(use.Instance).IsInBody =>
            "HTTP cannot carry a request that breaks it",
        { Keyword: KeywordNames.Type } when drafts.RulesAt(use.Instance).FirstOrDefault(
            other => other.Rule.Keyword is KeywordNames.Enum or KeywordNames.Const) is { } values =>
            $"every request that breaks it also breaks: {values.Rule.Statement}",
        { Kind: RuleKind.Parameter } when MessagePointer.Parse(use.Instance).Part == MessagePart.Path =>
            "a path parameter cannot be left out: the path would be different",
        _ when use.MediaType is { } media && media != drafts.Media =>
            $"no request was found that breaks it: bodies are sent as {media.Name} only if JSON is not accepted",
        _ => "no request was found that breaks it",
    };
}

/// <summary>A case that breaks a rule, and its draft.</summary>
internal sealed record Refusal(RequestDraft Draft, ContractCase Case);
