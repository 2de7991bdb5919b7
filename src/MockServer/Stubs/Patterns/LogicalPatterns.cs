namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary><c>not</c></summary>
internal sealed class NotPattern(ValuePattern unexpected) : ValuePattern
{
    public override string Name => PatternNames.Not;

    public override string Expected => unexpected.ToString();

    public override bool Matches(PatternValue value) => !unexpected.Matches(value);
}

/// <summary><c>and</c></summary>
internal sealed class AndPattern(IReadOnlyList<ValuePattern> operands) : ValuePattern
{
    public override string Name => PatternNames.And;

    public override string Expected => string.Join(" AND ", operands);

    public override bool Matches(PatternValue value) => operands.All(operand => operand.Matches(value));

    public override double Distance(PatternValue value) => operands.Average(operand => operand.Distance(value));
}

/// <summary><c>or</c></summary>
internal sealed class OrPattern(IReadOnlyList<ValuePattern> operands) : ValuePattern
{
    public override string Name => PatternNames.Or;

    public override string Expected => string.Join(" OR ", operands);

    public override bool Matches(PatternValue value) => operands.Any(operand => operand.Matches(value));

    public override double Distance(PatternValue value) => operands.Min(operand => operand.Distance(value));
}
