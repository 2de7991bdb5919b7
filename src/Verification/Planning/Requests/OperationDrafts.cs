using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>The requests that an operation accepts, from which its cases are derived, and what its document says of their places.</summary>
internal sealed class OperationDrafts
{
    private readonly DraftFinder _finder;
    private readonly InventedData _data;
    private readonly IReadOnlyList<string> _inventive;
    private readonly Dictionary<JsonObject, bool> _takesInvented = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ILookup<string, RuleUse>> _rulesAt;
    private FullestRequest? _fullest;
    private IReadOnlyList<RequestDraft>? _others;

    /// <param name="fault">Why the operation's requests cannot be judged; null where they can.</param>
    /// <param name="isTooLarge">Whether even the list of the operation's rules is too long.</param>
    /// <param name="needs">The path parameters whose values the server gives.</param>
    public OperationDrafts(
        ContractDescription api,
        Operation operation,
        DraftFinder finder,
        InventedData data,
        IReadOnlyList<PathParameterBinding> needs,
        string? fault,
        bool isTooLarge = false)
    {
        (Operation, View, _finder, _data) = (operation, api.View, finder, data);
        Media = MediaTypes.Preferred(operation.RequestBody);
        IsTooLarge = isTooLarge;
        Places = isTooLarge ? SchemaPlaces.None(api.View) : SchemaPlaces.OfRequest(operation, Media, api.View);
        Rules = isTooLarge ? [] : api.Rules.Requests(operation);
        _rulesAt = new(() => Rules.ToLookup(use => use.Instance, StringComparer.Ordinal));
        _inventive = isTooLarge
            ? []
            : InventedData.PlacesIn(SchemaPlaces.OfRequest(operation, Media, api.View, withAlternatives: true));
        (All, Reason) = isTooLarge ? ([], fault ?? PlanningBudget.TooLarge)
            : fault is null ? finder.Of(operation, Media, Places, needs)
            : ([], fault);
        Shown = All.Count > 0 ? All[0] : null;
        AbsentId = AbsentIds.Of(operation, Places);
        if (AbsentId is { } id && All.Count > 0)
        {
            var absent = All.Select(draft => AbsentIds.Put(draft, id, data.Seed, finder.Accepts)).OfType<RequestDraft>().ToList();
            (All, Reason) = absent.Count > 0 ? (absent, "")
                : needs.Any(needed => needed.Parameter == id.Name) ? (All, "")
                : ([], Unsafe());
        }

        string Unsafe() => finder.Budget.IsSpent ? PlanningBudget.Reason : AbsentIds.NoAbsentId;
    }

    /// <summary>
    /// The first accepted request with the document's own ids, which only provider states make safe to send; null where there is none.
    /// </summary>
    public RequestDraft? Shown { get; }

    /// <summary>The path parameter that has an id which no resource has, unless the run creates it; null where there is none.</summary>
    public Parameter? AbsentId { get; }

    public Operation Operation { get; }

    public SchemaView View { get; }

    /// <summary>How bodies are written; null: there are none.</summary>
    public MediaType? Media { get; }

    public SchemaPlaces Places { get; }

    /// <summary>Every rule of the operation's requests at each place where it applies, those of other media types included.</summary>
    public IReadOnlyList<RuleUse> Rules { get; }

    /// <summary>Accepted requests, the one with the most places first; empty where none was found.</summary>
    public IReadOnlyList<RequestDraft> All { get; }

    /// <summary>Why there are none; empty where there are.</summary>
    public string Reason { get; }

    /// <summary>Whether the operation's rules are left out, as they are too many.</summary>
    public bool IsTooLarge { get; }

    public bool IsEmpty => All.Count == 0;

    /// <summary>The work that may still be done for the operation.</summary>
    public PlanningBudget Budget => _finder.Budget;

    /// <summary>The plain request, from which the others are derived.</summary>
    public RequestDraft Plain => All[0];

    /// <summary>The plain request with what is optional and missing in it.</summary>
    public FullestRequest Fullest => _fullest ??= FullestRequest.Of(Plain, Places, _finder);

    /// <summary>Further accepted requests, which have other optional values and other alternatives.</summary>
    public IReadOnlyList<RequestDraft> Others => _others ??= _finder.Others(Plain, Places);

    /// <summary>The rules that apply to a place, in the order of <see cref="Rules"/>.</summary>
    public IEnumerable<RuleUse> RulesAt(string place) => _rulesAt.Value[place];

    /// <summary>Where the rule applies to a request of the media type that cases are written in.</summary>
    public bool IsWritten(RuleUse use) => use.MediaType is null || use.MediaType == Media;

    /// <summary>Whether the document accepts the request and decides about each value in it.</summary>
    public bool IsAllowed(RequestDraft draft) => !Budget.IsSpent && UndecidedIn(draft) is null && Accepts(draft);

    /// <summary>The pointer of the first value that the document leaves undecided; null where there is none.</summary>
    public string? UndecidedIn(RequestDraft draft)
    {
        Budget.ChargeSearch(Places.Undecided.Count);
        return UndecidedValues.In(Places, draft.Values);
    }

    public bool Accepts(RequestDraft draft) => _finder.Accepts(draft);

    /// <summary>Charges a request that is validated elsewhere.</summary>
    public void Charge(RequestDraft draft, RequestMessage written) => _finder.Charge(draft, written, Budget);

    /// <summary>
    /// The draft with data of the case's own, where the document accepts that: which values a place takes does not depend on the case.
    /// </summary>
    public RequestDraft Invented(RequestDraft draft, string caseId)
    {
        if (_inventive.Count == 0)
        {
            return draft;
        }

        Budget.ChargeSearch(_inventive.Count);
        Budget.ChargeCopy(draft.Size);
        var invented = draft with { Values = _data.Apply(draft.Values, _inventive, caseId) };
        if (!_takesInvented.TryGetValue(draft.Values, out var takes))
        {
            _takesInvented.Add(draft.Values, takes = Accepts(invented));
        }

        return takes ? invented : draft;
    }
}
