using System.Globalization;
using SocialContract.MockServer.Stubs.Json;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary><c>equalToNumber</c>, <c>greaterThanNumber</c> and the like, of WireMock 4.</summary>
internal sealed class NumberPattern(string name, double expected) : ValuePattern
{
    public static IReadOnlyList<string> Names { get; } =
        ["equalToNumber", "greaterThanNumber", "greaterThanEqualNumber", "lessThanNumber", "lessThanEqualNumber"];

    public override string Name => name;

    public override string Expected => expected.ToString("R", CultureInfo.InvariantCulture);

    public override bool Matches(PatternValue value) =>
        value.Text is { } text && NumberComparison.TryRead(text, out var actual) && name switch
        {
            "greaterThanNumber" => actual > expected,
            "greaterThanEqualNumber" => actual >= expected,
            "lessThanNumber" => actual < expected,
            "lessThanEqualNumber" => actual <= expected,
            _ => actual == expected,
        };
}
