namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Bounds the work of planning one operation, or a part of that work. Work is counted in units, never in time, so that the same document
/// gives the same plan on every machine. Not thread-safe.
/// </summary>
internal sealed class PlanningBudget
{
    /// <summary>Why a check has no request once the budget is spent.</summary>
    public const string Reason =
        "the operation's requests take too long to plan, as its schemas are very large or have very many alternatives";

    /// <summary>Why an operation has no requests if its rules are too many to list.</summary>
    public const string TooLarge =
        "the document's operations have too many rules together to plan all of them, and this operation is left out";

    // A unit is about ten nanoseconds, measured over documents that are large in different respects.
    private const int UnitsOfOperation = 20_000;
    private const int UnitsOfRequest = 2_000;
    private const int UnitsOfByte = 5;
    private const int UnitsOfMatch = 10;
    private const int UnitsOfKeptRequest = 2_500;
    private const int UnitsOfKeptByte = 2;
    private const int BytesOfUnit = 32;
    private const int UnitsOfRule = 800;
    private const int UnitsOfValue = 50;
    private const int UnitsOfPlace = 60;
    private const int UnitsOfGeneration = 60;
    private const int UnitsOfParameter = 12;

    private readonly PlanningBudget? _whole;
    private long _units;
    private long _left;

    public PlanningBudget(long units) => _left = _units = units;

    private PlanningBudget(long units, PlanningBudget whole)
        : this(units) => _whole = whole;

    public bool IsSpent => _left <= 0 || _whole?.IsSpent == true;

    /// <summary>The work that a generated value may take, as the generator counts it.</summary>
    public long GenerationWork => Math.Max(_left, 0) / UnitsOfGeneration;

    /// <summary>Whether it, or a part of it, was spent, so that more units could give more requests.</summary>
    public bool WasSpent { get; private set; }

    /// <summary>The units that were used.</summary>
    public long Spent => _units - _left;

    public void Add(long units)
    {
        _units += units;
        _left += units;
    }

    /// <summary>Charges a request that is written and validated.</summary>
    /// <param name="rules">The number of rules that it is validated against.</param>
    /// <param name="parameters">The number of parameters that it may have.</param>
    /// <param name="matches">The number of names that are matched with patterns, each counted for each pattern.</param>
    public void ChargeRequest(int bytes, int rules, int parameters, long matches) =>
        Charge(UnitsOfRequest + ((long)UnitsOfByte * bytes) + rules + (UnitsOfParameter * parameters) + (UnitsOfMatch * matches));

    /// <summary>Charges a request that the plan keeps: the charge bounds the memory.</summary>
    /// <param name="bytes">Its memory.</param>
    public void ChargeKept(int bytes) => Charge(UnitsOfKeptRequest + ((long)UnitsOfKeptByte * bytes));

    /// <summary>Charges the bytes of a kept request that are hashed.</summary>
    public void ChargeHash(int bytes) => Charge(bytes / BytesOfUnit);

    /// <summary>Charges what an operation takes however small it is: its validators, its plain request, its lines in a list.</summary>
    public void ChargeOperation() => Charge(UnitsOfOperation);

    /// <summary>Charges the list of an operation's rules, and the places that they apply to.</summary>
    public void ChargeRules(int rules) => Charge((long)UnitsOfRule * rules);

    /// <summary>Charges a copy of values.</summary>
    /// <param name="values">The number of values, those in arrays and objects included.</param>
    public void ChargeCopy(int values) => Charge((long)UnitsOfValue * values);

    /// <summary>Charges a search for places in values.</summary>
    public void ChargeSearch(int places) => Charge((long)UnitsOfPlace * places);

    /// <summary>Charges a generated value.</summary>
    /// <param name="work">As the generator counts it.</param>
    public void ChargeGeneration(long work) => Charge(UnitsOfGeneration * work);

    /// <summary>
    /// A budget for a step that must not use up everything: a quarter of what is left. What the step leaves stays with this budget.
    /// </summary>
    public PlanningBudget Quarter() => new(Math.Max(_left, 0) / 4, this);

    private void Charge(long units)
    {
        _left -= units;
        _whole?.Charge(units);
        WasSpent |= _left <= 0;
        if (WasSpent && _whole is not null)
        {
            _whole.WasSpent = true;
        }
    }
}
