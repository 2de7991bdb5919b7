using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>Requests at the edges of what is accepted.</content>
internal sealed partial class OperationPlanner
{
    private void AddEdges()
    {
        if (IsDelete)
        {
            return;
        }

        AddEdges(Fullest, _operation.Id, BoundaryValues.Of(_places, Fullest.MessageValues));
        if (Wide.Additions.Count > 0)
        {
            var id = $"{_operation.Id}/everything";
            AddCombined(Fullest, id, "everything optional is there", Wide.Additions, listsEdges: false);
            AddEdges(Wide.Draft, id, [.. BoundaryValues.Of(_places, Wide.Draft.MessageValues)
                .Select(edges => edges.Where(edge => !edge.Removes && MessageValues.Find(Fullest.MessageValues, edge.Place).Count == 0).ToList())]);
        }

        AddAlternatives();
        AddUnknownMembers();
    }

    /// <param name="all">The edges of each place.</param>
    private void AddEdges(RequestDraft plain, string id, IReadOnlyList<IReadOnlyList<BoundaryValue>> all)
    {
        var places = all.Select(edges => edges.Where(edge => IsAllowed(edge, plain)).ToList()).Where(edges => edges.Count > 0).ToList();
        var minimal = places.SelectMany(edges => edges.Where(edge => edge.Removes)).ToList();
        if (minimal.Count > 1)
        {
            AddCombined(plain, $"{id}/minimal", "everything optional is left out", minimal, listsEdges: false);
        }

        var kept = places.Select(edges => edges.Where(edge => minimal.Count <= 1 || !edge.Removes).ToList());
        var rounds = kept.Where(edges => edges.Count > 0).ToList();
        for (var round = 0; rounds.Any(edges => round < edges.Count); round++)
        {
            List<BoundaryValue> together = [.. rounds.Where(edges => round < edges.Count).Select(edges => edges[round])];
            AddCombined(plain, $"{id}/edges/{round + 1}", "", together, listsEdges: true);
        }
    }

    private bool IsAllowed(BoundaryValue edge, RequestDraft plain) => edge.Apply(plain.MessageValues) is { } parts && IsAllowed(plain with { MessageValues = parts });

    private bool IsAllowed(RequestDraft draft) => UndecidedValues.In(_places, draft.MessageValues) is null && _source.Accepts(draft);

    /// <summary>Several edges in one request; each is sent alone where that one is refused.</summary>
    private void AddCombined(RequestDraft plain, string id, string title, IReadOnlyList<BoundaryValue> edges, bool listsEdges)
    {
        var parts = Invented(plain, id).MessageValues;
        var taken = new List<BoundaryValue>();
        foreach (var edge in edges)
        {
            if (edge.Apply(parts) is { } changed && IsAllowed(plain with { MessageValues = changed }))
            {
                parts = changed;
                taken.Add(edge);
            }
        }

        if (taken.Count == 0)
        {
            return;
        }

        var spoken = listsEdges ? string.Join(", ", taken.Select(edge => edge.Title)) : title;
        _plan.Cases.Add(Make(id, spoken, plain with { MessageValues = parts }, CaseExpectation.Accepted, [.. taken.Select(RowOf).Distinct()]));
        if (taken.Count > 1)
        {
            var number = 0;
            foreach (var edge in taken)
            {
                var single = $"{id}/{++number}";
                if (edge.Apply(Invented(plain, single).MessageValues) is { } alone)
                {
                    var made = Make(single, edge.Title, plain with { MessageValues = alone }, CaseExpectation.Accepted, [RowOf(edge)]);
                    _plan.Cases.Add(made with { OnlyIfRefused = id });
                }
            }
        }
    }

    /// <summary>The rule that a refusal of the edge would contradict most plainly.</summary>
    private CheckKey RowOf(BoundaryValue edge)
    {
        string[] order =
        [
            "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "type",
        ];
        return _uses
            .Where(use => use.Instance == edge.Place && Array.IndexOf(order, use.Rule.Keyword) >= 0)
            .OrderBy(use => Array.IndexOf(order, use.Rule.Keyword))
            .Select(use => (CheckKey?)Row(use.Rule))
            .FirstOrDefault() ?? new CheckKey(CheckIds.Plain, _operation.Id);
    }
}
