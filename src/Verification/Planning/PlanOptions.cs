using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>What a plan is made for. The same document and options give the same requests, byte for byte.</summary>
public sealed record PlanOptions
{
    public static PlanOptions Default { get; } = new();

    /// <summary>Varies the names and ids that requests hold, so that concurrent runs do not meet.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Patterns with <c>*</c>: only checks whose <c>operation</c>, rule id, <c>operation/rule id</c> or case id fits one of them are
    /// selected. None: all.
    /// </summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether only requests with safe methods are planned (RFC 9110, section 9.2.1), so that the run changes nothing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the server can be put into the states that examples need.</summary>
    public bool HasProviderStates { get; init; }

    /// <summary>The kinds of credentials that the run has.</summary>
    internal GivenCredentials Given { get; init; } = GivenCredentials.None;

    /// <summary>
    /// How many requests may break one rule; a type is broken by every other kind of JSON value all the same, and an enum by five values.
    /// Different ways for one rule are spread over first and later elements.
    /// </summary>
    public int RefusalLimit { get; init; } = 4;
}
