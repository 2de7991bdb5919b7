namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Bounds the work of planning one operation. Work is counted in units, never in time, so that the same document gives the same plan on
/// every machine. Not thread-safe.
/// </summary>
/// <param name="units">One is about five nanoseconds of work.</param>
internal sealed class PlanningBudget(long units)
{
    /// <summary>Why a check has no request once the budget is spent.</summary>
    public const string Reason =
        "the operation's requests take too long to plan, as its schemas are very large or have very many alternatives";

    /// <summary>The units of a whole plan, divided among its operations; about five seconds of work.</summary>
    private const long PlanUnits = 1_000_000_000;

    /// <summary>The least that an operation gets.</summary>
    private const long MinUnits = 300_000_000;

    private const int UnitsOfRequest = 2_000;
    private const int UnitsOfByte = 5;
    private const int UnitsOfKeptByte = 50;
    private const int UnitsOfGeneration = 40;

    private long _left = units;

    public bool IsSpent => _left <= 0;

    /// <param name="operations">The number of operations in the plan.</param>
    public static PlanningBudget Of(int operations) => new(Math.Max(PlanUnits / Math.Max(operations, 1), MinUnits));

    /// <summary>Charges a request that is written and validated.</summary>
    /// <param name="rules">The number of rules that it is validated against.</param>
    public void ChargeRequest(int bytes, int rules) => _left -= UnitsOfRequest + ((long)UnitsOfByte * bytes) + rules;

    /// <summary>Charges a request that the plan keeps: the charge bounds the memory.</summary>
    public void ChargeKept(int bytes) => _left -= (long)UnitsOfKeptByte * bytes;

    /// <summary>Charges a generated value.</summary>
    /// <param name="work">As the generator counts it.</param>
    public void ChargeGeneration(long work) => _left -= UnitsOfGeneration * work;

    /// <summary>
    /// A budget of its own for a step that must not use up everything: a quarter of what is left, taken from this budget.
    /// </summary>
    public PlanningBudget Quarter()
    {
        var part = Math.Max(_left, 0) / 4;
        _left -= part;
        return new(part);
    }
}
