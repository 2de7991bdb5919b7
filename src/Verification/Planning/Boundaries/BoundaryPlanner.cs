using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Boundaries;

/// <summary>
/// Plans accepted requests with boundary values. Several boundary values share a request; each of them also has an isolated case, which is
/// sent only if the shared request is refused.
/// </summary>
internal sealed class BoundaryPlanner(OperationDrafts drafts, CaseWriter writer)
{
    /// <summary>The keywords whose rules the refusal of a boundary value contradicts, the most specific first.</summary>
    private static readonly string[] Contradicted =
    [
        .. KeywordCatalog.All.Where(keyword => keyword.Boundary is not (KeywordBoundary.None or KeywordBoundary.Branches))
            .OrderBy(keyword => keyword.Boundary)
            .Select(keyword => keyword.Name),
    ];

    public IEnumerable<ContractCase> Cases()
    {
        if (drafts.Budget.IsSpent)
        {
            return [];
        }

        var (plain, fullest, id) = (drafts.Plain, drafts.Fullest, drafts.Operation.Id);
        var cases = Of(plain, id, BoundaryValues.Of(drafts.Places, plain.Values)).ToList();
        if (fullest.Additions.Count > 0)
        {
            id = $"{id}/everything";
            cases.AddRange(Combined(plain, id, "everything optional is present", fullest.Additions));
            cases.AddRange(Of(fullest.Draft, id, [.. BoundaryValues.Of(drafts.Places, fullest.Draft.Values).Select(OfAdditions)]));
        }

        return cases;

        List<BoundaryValue> OfAdditions(IReadOnlyList<BoundaryValue> values) =>
            [.. values.Where(value => !value.Removes && MessageValues.Find(plain.Values, value.Place).Count == 0)];
    }

    /// <param name="all">The boundary values of each place.</param>
    private IEnumerable<ContractCase> Of(RequestDraft draft, string id, IReadOnlyList<IReadOnlyList<BoundaryValue>> all)
    {
        var places = all.Select(values => values.Where(value => IsAllowed(value, draft)).ToList())
            .Where(values => values.Count > 0).ToList();
        var minimal = places.SelectMany(values => values.Where(value => value.Removes)).ToList();
        if (minimal.Count > 1)
        {
            foreach (var contractCase in Combined(draft, $"{id}/minimal", "everything optional is left out", minimal))
            {
                yield return contractCase;
            }
        }

        var kept = places.Select(values => values.Where(value => minimal.Count <= 1 || !value.Removes).ToList());
        var rounds = kept.Where(values => values.Count > 0).ToList();
        for (var round = 0; rounds.Any(values => round < values.Count); round++)
        {
            List<BoundaryValue> together = [.. rounds.Where(values => round < values.Count).Select(values => values[round])];
            foreach (var contractCase in Combined(draft, $"{id}/boundaries/{round + 1}", null, together))
            {
                yield return contractCase;
            }
        }
    }

    /// <summary>A boundary value of an id may be that of an existing resource, which must not be changed.</summary>
    private bool IsAllowed(BoundaryValue value, RequestDraft draft) =>
        (drafts.AbsentId is not { } id || value.Place != MessageSites.PlaceOf(id)) && Applied(value, draft) is not null;

    /// <summary>The draft with the boundary value; null if the document does not accept it.</summary>
    private RequestDraft? Applied(BoundaryValue value, RequestDraft draft)
    {
        drafts.Budget.ChargeCopy(draft.Size);
        return !drafts.Budget.IsSpent && value.Apply(draft.Values) is { } values && draft with { Values = values } is var changed
            && drafts.IsAllowed(changed) ? changed : null;
    }

    /// <summary>A request with those of the boundary values that the document accepts together, and the isolated cases.</summary>
    /// <param name="title">Null: the title lists the values.</param>
    private IEnumerable<ContractCase> Combined(RequestDraft draft, string id, string? title, IReadOnlyList<BoundaryValue> all)
    {
        var together = drafts.Invented(draft, id);
        var accepted = new List<BoundaryValue>();
        foreach (var boundary in all)
        {
            if (Applied(boundary, together) is { } changed)
            {
                together = changed;
                accepted.Add(boundary);
            }
        }

        if (accepted.Count == 0)
        {
            yield break;
        }

        title ??= string.Join(", ", accepted.Select(boundary => boundary.Title));
        List<CheckKey> about = [.. accepted.Select(CheckOf).Distinct()];
        yield return writer.Write(id, title, together, CaseExpectation.Accepted, about);
        for (var number = 1; accepted.Count > 1 && number <= accepted.Count && !drafts.Budget.IsSpent; number++)
        {
            var (boundary, isolated) = (accepted[number - 1], $"{id}/{number}");
            drafts.Budget.ChargeCopy(draft.Size);
            if (boundary.Apply(drafts.Invented(draft, isolated).Values) is { } alone)
            {
                var contractCase = writer.Write(
                    isolated, boundary.Title, draft with { Values = alone }, CaseExpectation.Accepted, [CheckOf(boundary)]);
                yield return contractCase with { OnlyIfRefused = id };
            }
        }
    }

    /// <summary>The most specific check that the refusal of the boundary value contradicts.</summary>
    private CheckKey CheckOf(BoundaryValue boundary) => drafts.RulesAt(boundary.Place)
        .Where(use => Array.IndexOf(Contradicted, use.Rule.Keyword) >= 0)
        .OrderBy(use => Array.IndexOf(Contradicted, use.Rule.Keyword))
        .Select(use => (CheckKey?)new CheckKey(use.Rule.Id, drafts.Operation.Id))
        .FirstOrDefault() ?? new CheckKey(CheckIds.Plain, drafts.Operation.Id);
}
