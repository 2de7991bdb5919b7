using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>How schemas are compiled, and how much their evaluation may cost.</summary>
public sealed record SchemaSettings
{
    public static SchemaSettings Default { get; } = new();

    /// <summary>The dialect of a schema without <c>$schema</c>.</summary>
    public Dialect DefaultDialect { get; init; } = Dialect.Draft202012;

    /// <summary>Dialects that <c>$schema</c> may name in addition to the standard dialects.</summary>
    public IReadOnlyList<Dialect> Dialects { get; init; } = [];

    /// <summary>Whether <c>format</c> is an assertion in every dialect. False: only where the dialect says so.</summary>
    public bool AssertFormats { get; init; }

    /// <summary>Limits of the instances that <see cref="CompiledSchema.IsValid(ReadOnlyMemory{byte})"/> reads.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;

    /// <summary>
    /// How long one backtracking pattern may take on one string. After that the evaluation is undecided, which is a violation.
    /// </summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The maximum number of violations reported for one instance; more would cost memory without being of use.</summary>
    public int MaxViolations { get; init; } = 1000;

    /// <summary>
    /// Whether the keyword at a location is left out, or one name of <c>required</c> or <c>dependentRequired</c> (the second argument,
    /// otherwise null). This makes a validator without a certain rule.
    /// </summary>
    public Func<SchemaLocation, string?, bool>? Skip { get; init; }

    /// <summary>
    /// Tells for the schema at a location which names its <c>required</c> does not demand: OpenAPI's <c>readOnly</c> properties in
    /// requests. Null: it demands every name.
    /// </summary>
    public Func<SchemaLocation, Func<string, bool>>? Exempt { get; init; }
}
