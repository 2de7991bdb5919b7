using System.Text.Json.Nodes;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation;
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

        AddEdges(Fullest, _operation.Id, Edges.Of(_places, Fullest.Parts));
        if (Wide.Additions.Count > 0)
        {
            var id = $"{_operation.Id}/everything";
            AddCombined(Fullest, id, "everything optional is there", Wide.Additions, listsEdges: false);
            AddEdges(Wide.Draft, id, [.. Edges.Of(_places, Wide.Draft.Parts)
                .Select(edges => edges.Where(edge => !edge.Removes && Parts.Find(Fullest.Parts, edge.Place).Count == 0).ToList())]);
        }

        AddAlternatives();
        AddUnknownMembers();
    }

    /// <param name="all">The edges of each place.</param>
    private void AddEdges(RequestDraft plain, string id, IReadOnlyList<IReadOnlyList<Edge>> all)
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
            List<Edge> together = [.. rounds.Where(edges => round < edges.Count).Select(edges => edges[round])];
            AddCombined(plain, $"{id}/edges/{round + 1}", "", together, listsEdges: true);
        }
    }

    private bool IsAllowed(Edge edge, RequestDraft plain) => edge.Apply(plain.Parts) is { } parts && IsAllowed(plain with { Parts = parts });

    private bool IsAllowed(RequestDraft draft) => UndecidedValues.In(_places, draft.Parts) is null && _source.Accepts(draft);

    /// <summary>Several edges in one request; each is sent alone where that one is refused.</summary>
    private void AddCombined(RequestDraft plain, string id, string title, IReadOnlyList<Edge> edges, bool listsEdges)
    {
        var parts = Invented(plain, id).Parts;
        var taken = new List<Edge>();
        foreach (var edge in edges)
        {
            if (edge.Apply(parts) is { } changed && IsAllowed(plain with { Parts = changed }))
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
        _plan.Cases.Add(Make(id, spoken, plain with { Parts = parts }, CaseExpectation.Accepted, [.. taken.Select(RowOf).Distinct()]));
        if (taken.Count > 1)
        {
            var number = 0;
            foreach (var edge in taken)
            {
                var single = $"{id}/{++number}";
                if (edge.Apply(Invented(plain, single).Parts) is { } alone)
                {
                    var made = Make(single, edge.Title, plain with { Parts = alone }, CaseExpectation.Accepted, [RowOf(edge)]);
                    _plan.Cases.Add(made with { OnlyIfRefused = id });
                }
            }
        }
    }

    /// <summary>The rule that a refusal of the edge would contradict most plainly.</summary>
    private RowKey RowOf(Edge edge)
    {
        string[] order =
        [
            "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "type",
        ];
        return _uses
            .Where(use => use.Instance == edge.Place && Array.IndexOf(order, use.Rule.Keyword) >= 0)
            .OrderBy(use => Array.IndexOf(order, use.Rule.Keyword))
            .Select(use => (RowKey?)Row(use.Rule))
            .FirstOrDefault() ?? new RowKey(CheckIds.Plain, _operation.Id);
    }
}
