using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>A part of a path, which leads from values to values.</summary>
internal abstract record PathStep
{
    /// <summary>Whether the step leads from a value to at most one value.</summary>
    public virtual bool IsDefinite => false;

    /// <summary>Adds the values that the step leads to.</summary>
    public virtual void Take(IReadOnlyList<JsonElement> from, List<JsonElement> results, PathEvaluation evaluation)
    {
        foreach (var value in from)
        {
            evaluation.Visit();
            Take(value, results, evaluation);
        }
    }

    protected abstract void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation);

    private static bool IsArray(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    /// <summary><c>.name</c>, <c>['name']</c> or <c>['first','second']</c>.</summary>
    public sealed record Members(IReadOnlyList<string> Names) : PathStep
    {
        public override bool IsDefinite => Names.Count == 1;

        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
        {
            foreach (var name in Names)
            {
                if (IsObject(value) && value.TryGetProperty(name, out var member))
                {
                    results.Add(member);
                }
            }
        }
    }

    /// <summary><c>[0]</c>, <c>[-1]</c> or <c>[0,2]</c>; negative indexes count from the end.</summary>
    public sealed record Indexes(IReadOnlyList<int> Positions) : PathStep
    {
        public override bool IsDefinite => Positions.Count == 1;

        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
        {
            var length = IsArray(value) ? value.GetArrayLength() : 0;
            foreach (var position in Positions)
            {
                var index = position < 0 ? length + position : position;
                if (index >= 0 && index < length)
                {
                    results.Add(value[index]);
                }
            }
        }
    }

    /// <summary><c>[from:to]</c>, without the element at the end.</summary>
    public sealed record Slice(int? From, int? To) : PathStep
    {
        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
        {
            var length = IsArray(value) ? value.GetArrayLength() : 0;
            var first = Place(From ?? 0, length);
            var count = Place(To ?? length, length) - first;
            if (count > 0)
            {
                results.AddRange(value.EnumerateArray().Skip(first).Take(count));
            }
        }

        private static int Place(int position, int length) => Math.Clamp(position < 0 ? length + position : position, 0, length);
    }

    /// <summary><c>*</c>: all members or elements.</summary>
    public sealed record Wildcard : PathStep
    {
        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation) =>
            Children(value, results, evaluation);
    }

    /// <summary><c>..</c>: what the next step leads to from the value and from everything in it.</summary>
    public sealed record Scan(PathStep Next) : PathStep
    {
        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
        {
            var all = new List<JsonElement> { value };
            for (var index = 0; index < all.Count; index++)
            {
                Children(all[index], all, evaluation);
            }

            if (Next is Filter filter)
            {
                results.AddRange(all.Where(candidate => filter.Condition.IsTrue(candidate, evaluation)));
            }
            else
            {
                Next.Take(all, results, evaluation);
            }
        }
    }

    /// <summary><c>[?(…)]</c>: the elements of an array, or an object itself, for which the condition is true.</summary>
    public sealed record Filter(FilterCondition Condition) : PathStep
    {
        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
        {
            var candidates = new List<JsonElement>();
            if (IsArray(value))
            {
                Children(value, candidates, evaluation);
            }
            else if (IsObject(value))
            {
                candidates.Add(value);
            }

            results.AddRange(candidates.Where(candidate => Condition.IsTrue(candidate, evaluation)));
        }
    }

    /// <summary><c>.length()</c> and the like; the value of all that the path led to.</summary>
    public sealed record Function(PathFunction Name, bool IsOfList) : PathStep
    {
        public override bool IsDefinite => true;

        public override void Take(IReadOnlyList<JsonElement> from, List<JsonElement> results, PathEvaluation evaluation)
        {
            if (IsOfList)
            {
                Add(PathFunctions.Evaluate(Name, JsonSerializer.SerializeToElement(from)), results);
            }
            else
            {
                base.Take(from, results, evaluation);
            }
        }

        protected override void Take(JsonElement value, List<JsonElement> results, PathEvaluation evaluation) =>
            Add(PathFunctions.Evaluate(Name, value), results);

        private static void Add(JsonElement? result, List<JsonElement> results) => results.AddRange(result is { } value ? [value] : []);
    }

    private static void Children(JsonElement value, List<JsonElement> results, PathEvaluation evaluation)
    {
        if (IsArray(value))
        {
            foreach (var element in value.EnumerateArray())
            {
                evaluation.Visit();
                results.Add(element);
            }
        }
        else if (IsObject(value))
        {
            foreach (var member in value.EnumerateObject())
            {
                evaluation.Visit();
                results.Add(member.Value);
            }
        }
    }
}
