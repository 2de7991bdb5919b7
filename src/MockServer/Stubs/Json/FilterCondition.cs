using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>The condition of a filter in a path.</summary>
internal abstract record FilterCondition
{
    /// <param name="candidate">The value that <c>@</c> names.</param>
    public abstract bool IsTrue(JsonElement candidate, PathEvaluation evaluation);

    public sealed record And(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        public override bool IsTrue(JsonElement candidate, PathEvaluation evaluation) =>
            Left.IsTrue(candidate, evaluation) && Right.IsTrue(candidate, evaluation);
    }

    public sealed record Or(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        public override bool IsTrue(JsonElement candidate, PathEvaluation evaluation) =>
            Left.IsTrue(candidate, evaluation) || Right.IsTrue(candidate, evaluation);
    }

    public sealed record Not(FilterCondition Condition) : FilterCondition
    {
        public override bool IsTrue(JsonElement candidate, PathEvaluation evaluation) => !Condition.IsTrue(candidate, evaluation);
    }

    /// <summary>A path alone: whether it leads to a value, which may be null.</summary>
    public sealed record Exists(FilterOperand Operand) : FilterCondition
    {
        public override bool IsTrue(JsonElement candidate, PathEvaluation evaluation) => Operand.Value(candidate, evaluation) is not null;
    }

    public sealed record Relation(FilterOperand Left, string Operator, FilterOperand Right) : FilterCondition
    {
        public override bool IsTrue(JsonElement candidate, PathEvaluation evaluation)
        {
            var left = Left.Value(candidate, evaluation);
            return Right is FilterOperand.Expression { Regex: var regex }
                ? left is { } text && FilterRelations.Text(text) is { } subject && regex.IsMatch(subject, evaluation.Timeouts)
                : FilterRelations.IsTrue(Operator, left, Right.Value(candidate, evaluation));
        }
    }
}
