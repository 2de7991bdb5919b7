namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>What the values of a header or a parameter, which may occur several times, must be.</summary>
internal abstract class MultiValuePattern
{
    private static readonly PatternValue Missing = new(null, new());

    public abstract string Name { get; }

    public abstract string Expected { get; }

    /// <param name="values">Empty if there is no value.</param>
    public abstract bool Matches(IReadOnlyList<PatternValue> values);

    /// <summary>From 0, a match, to 1.</summary>
    public abstract double Distance(IReadOnlyList<PatternValue> values);

    private static double Nearest(ValuePattern pattern, IReadOnlyList<PatternValue> values) =>
        values.Count == 0 ? 1 : values.Min(pattern.Distance);

    /// <summary>A pattern for one of the values; a missing value is tested too.</summary>
    public sealed class AnyOf(ValuePattern pattern) : MultiValuePattern
    {
        public ValuePattern Pattern => pattern;

        public override string Name => pattern.Name;

        public override string Expected => pattern.Expected;

        public override bool Matches(IReadOnlyList<PatternValue> values)
        {
            foreach (var value in values)
            {
                if (pattern.Matches(value))
                {
                    return true;
                }
            }

            return values.Count == 0 && pattern.Matches(Missing);
        }

        public override double Distance(IReadOnlyList<PatternValue> values) =>
            values.Count == 0 ? pattern.Distance(Missing) : Nearest(pattern, values);
    }

    /// <summary>
    /// <c>includes</c>: each pattern matches one of the values; <c>hasExactly</c>: and there are as many values as patterns. As in Java
    /// WireMock, two patterns may match the same value.
    /// </summary>
    public sealed class AllOf(IReadOnlyList<ValuePattern> patterns, bool exactly) : MultiValuePattern
    {
        public override string Name => exactly ? PatternNames.HasExactly : PatternNames.Includes;

        public override string Expected => string.Join(" AND ", patterns);

        public override bool Matches(IReadOnlyList<PatternValue> values) =>
            values.Count > 0 && (!exactly || values.Count == patterns.Count)
            && patterns.All(pattern => values.Any(pattern.Matches));

        public override double Distance(IReadOnlyList<PatternValue> values)
        {
            if (values.Count == 0)
            {
                return 1;
            }

            var distance = patterns.Count == 0 ? 0 : patterns.Average(pattern => Nearest(pattern, values));
            return exactly ? (distance + (values.Count == patterns.Count ? 0 : 1)) / 2 : distance;
        }
    }
}
