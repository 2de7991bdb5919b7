namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>What a value must be, with Java WireMock's meaning.</summary>
internal abstract class ValuePattern
{
    /// <summary>As in the stub's JSON: <c>equalTo</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What a difference shows as expected.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether only a missing value matches.</summary>
    public virtual bool IsAbsent => false;

    public abstract bool Matches(PatternValue value);

    /// <summary>From 0, which only a match has, to 1.</summary>
    public virtual double Distance(PatternValue value) => Matches(value) ? 0 : 1;

    public override string ToString() => $"{Name} {Expected}";
}
