using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>How schemas are read and how much their evaluation may cost.</summary>
public sealed record SchemaSettings
{
    public static SchemaSettings Default { get; } = new();

    /// <summary>What a schema without <c>$schema</c> is written in.</summary>
    public Dialect DefaultDialect { get; init; } = Dialect.Draft202012;

    /// <summary>Dialects besides the standard ones that <c>$schema</c> may name.</summary>
    public IReadOnlyList<Dialect> Dialects { get; init; } = [];

    /// <summary>Whether <c>format</c> is an assertion in every dialect. False: only where the dialect says so.</summary>
    public bool AssertFormats { get; init; }

    /// <summary>Limits of the instances that <see cref="CompiledSchema.IsValid(ReadOnlyMemory{byte})"/> reads.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;

    /// <summary>How long one backtracking pattern may take on one string before the evaluation is undecided, and so a violation.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Violations reported of one instance at most; more would cost memory and help nobody.</summary>
    public int MaxViolations { get; init; } = 1000;

    /// <summary>
    /// Leaves out the keyword at a location while compiling, or one name of <c>required</c> or <c>dependentRequired</c> (second
    /// argument, otherwise null). It is how a validator with one rule less is made.
    /// </summary>
    public Func<SchemaLocation, string?, bool>? Skip { get; init; }
}
