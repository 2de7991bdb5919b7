using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>What a filter compares.</summary>
internal abstract record FilterOperand
{
    /// <returns>Null if there is no value.</returns>
    public abstract JsonElement? Value(JsonElement candidate, PathEvaluation evaluation);

    public sealed record Literal(JsonElement Constant) : FilterOperand
    {
        public override JsonElement? Value(JsonElement candidate, PathEvaluation evaluation) => Constant;
    }

    /// <summary>A path from the candidate or the root. Of a path that may lead to several values: the array of them.</summary>
    public sealed record Path(JsonPath Target) : FilterOperand
    {
        public override JsonElement? Value(JsonElement candidate, PathEvaluation evaluation)
        {
            var found = Target.SelectFrom(Target.IsRelative ? candidate : evaluation.Root, evaluation);
            return found.Count == 0 ? null : Target.IsDefinite ? found[0] : JsonSerializer.SerializeToElement(found);
        }
    }

    /// <summary>A regular expression in slashes, which is not a value.</summary>
    public sealed record Expression(StubRegex Regex) : FilterOperand
    {
        public override JsonElement? Value(JsonElement candidate, PathEvaluation evaluation) => null;
    }
}
