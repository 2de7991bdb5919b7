namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>The methods of a request.</summary>
/// <param name="Names">Empty: every method.</param>
/// <param name="Negated">Whether the methods are those that do not match (<c>noneOf</c> of WireMock 4).</param>
internal sealed record MethodPattern(IReadOnlyList<string> Names, bool Negated = false)
{
    public const string AnyName = "ANY";
    public const string GetOrHeadName = "GET_OR_HEAD";

    public static MethodPattern Any { get; } = new([]);

    public string Expected => Names.Count == 0 ? AnyName : $"{(Negated ? "none of " : "")}{string.Join(", ", Names)}";

    public bool Matches(string method) => Names.Count == 0 || Names.Contains(method) != Negated;
}
