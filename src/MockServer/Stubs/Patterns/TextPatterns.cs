using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary><c>equalTo</c></summary>
internal sealed class EqualToPattern(string expected, bool caseInsensitive) : ValuePattern
{
    public override string Name => PatternNames.EqualTo;

    public override string Expected => expected;

    public bool IsCaseInsensitive => caseInsensitive;

    public override bool Matches(PatternValue value) =>
        expected.Equals(value.Text, caseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override double Distance(PatternValue value) => Matches(value) ? 0 : TextDistance.Of(expected, value.Text);
}

/// <summary><c>contains</c>, or <c>doesNotContain</c>, which a missing value matches.</summary>
internal sealed class ContainsPattern(string part, bool negated) : ValuePattern
{
    public override string Name => negated ? PatternNames.DoesNotContain : PatternNames.Contains;

    public override string Expected => part;

    public override bool Matches(PatternValue value) => (value.Text?.Contains(part, StringComparison.Ordinal) == true) != negated;
}

/// <summary><c>matches</c>, or <c>doesNotMatch</c>, which a missing value matches.</summary>
internal sealed class RegexPattern(StubRegex regex, bool negated) : ValuePattern
{
    public override string Name => negated ? PatternNames.DoesNotMatchRegex : PatternNames.MatchesRegex;

    public override string Expected => regex.Expression;

    public override bool Matches(PatternValue value) => (value.Text is { } text && regex.IsMatch(text, value.Timeouts)) != negated;
}

/// <summary><c>absent</c></summary>
internal sealed class AbsentPattern : ValuePattern
{
    public static AbsentPattern Instance { get; } = new();

    public override string Name => PatternNames.Absent;

    public override string Expected => "(absent)";

    public override bool IsAbsent => true;

    public override bool Matches(PatternValue value) => value.Text is null;
}

/// <summary><c>anything</c>, which a missing value matches too.</summary>
internal sealed class AnythingPattern : ValuePattern
{
    public static AnythingPattern Instance { get; } = new();

    public override string Name => PatternNames.Anything;

    public override string Expected => PatternNames.Anything;

    public override bool Matches(PatternValue value) => true;
}

/// <summary><c>binaryEqualTo</c>: the bytes of a body.</summary>
internal sealed class BinaryEqualToPattern(byte[] expected) : ValuePattern
{
    public override string Name => PatternNames.BinaryEqualTo;

    public override string Expected => Convert.ToBase64String(expected);

    public override bool Matches(PatternValue value) => value.Bytes.Span.SequenceEqual(expected);
}

/// <summary>The value of an Authorization field, in which the scheme may be in another case: <c>Basic dTpw</c>.</summary>
internal sealed class BasicCredentialsPattern(string encoded) : ValuePattern
{
    private const string Scheme = "Basic ";

    public override string Name => PatternNames.EqualTo;

    public override string Expected => $"{Scheme}{encoded}";

    public override bool Matches(PatternValue value) => value.Text is { } text
        && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(Scheme.Length).SequenceEqual(encoded);

    public override double Distance(PatternValue value) => Matches(value) ? 0 : TextDistance.Of(Expected, value.Text);
}
