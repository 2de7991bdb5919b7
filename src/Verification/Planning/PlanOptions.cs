namespace SocialContract.Verification.Planning;

/// <summary>What a plan is made for. The same document and options give the same requests, byte for byte.</summary>
public sealed record PlanOptions
{
    public static PlanOptions Default { get; } = new();

    /// <summary>Varies the names and ids that requests hold, so that runs beside each other do not meet.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Patterns with <c>*</c>: only rows whose <c>operation</c>, rule id or <c>operation/rule id</c> fits one are asked about. None: all.
    /// </summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether the server can be put into the states that examples need.</summary>
    public bool HasProviderStates { get; init; }

    /// <summary>
    /// How many requests may break one rule, at most; a type's go through every kind of JSON value all the same, and an enum's are five.
    /// Different ways for one rule are spread over first and later elements.
    /// </summary>
    public int MostRefusals { get; init; } = 4;
}
