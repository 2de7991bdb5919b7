using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Journal;

/// <summary>A stub that a request nearly matched.</summary>
/// <param name="Name">The name that it was given, else its id.</param>
/// <param name="Distance">From 0, a match, to 1, as Java WireMock measures near misses.</param>
/// <param name="Differences">What the request has instead; none if the stub matches now, or only its scenario's state differs.</param>
public sealed record NearestStub(Guid Id, string Name, double Distance, IReadOnlyList<StubDifference> Differences)
{
    /// <summary>The same without the secrets of the stub.</summary>
    internal NearestStub Without(StubSecrets secrets) => this with
    {
        Name = secrets.Text(Name),
        Differences =
        [
            .. Differences.Select(difference => difference with { Expected = secrets.Expected(difference.Part, difference.Expected) }),
        ],
    };

    /// <summary><c>connected (method: expected GET, found POST)</c>.</summary>
    public override string ToString() => $"{Name} ({string.Join("; ", Differences)})";
}

/// <summary>A difference between a request and a stub.</summary>
/// <param name="Part">The member of the stub's request pattern: <c>method</c>, <c>headers.Accept</c>, <c>bodyPatterns[0]</c>.</param>
/// <param name="Expected">With the pattern's name: <c>contains json</c>.</param>
/// <param name="Found">What the request has, without secrets; null: nothing.</param>
public sealed record StubDifference(string Part, string Expected, string? Found)
{
    public override string ToString() => $"{Part}: expected {Expected}, found {Found ?? "nothing"}";
}
