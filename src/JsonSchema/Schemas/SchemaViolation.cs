namespace SocialContract.JsonSchema.Schemas;

/// <summary>One keyword that an instance does not satisfy.</summary>
/// <param name="InstanceLocation">RFC 6901 pointer into the instance.</param>
/// <param name="EvaluationPath">Pointer of the keywords passed on the way, <c>$ref</c> included (JSON Schema core 12.3.1).</param>
/// <param name="KeywordLocation">The keyword itself; for a <c>false</c> schema the schema.</param>
/// <param name="Keyword">The keyword's name; for a <c>false</c> schema the keyword that applied it.</param>
/// <param name="Property">The member at issue: the missing one of <c>required</c>, the superfluous one of <c>additionalProperties</c>.</param>
/// <param name="Expected">What the keyword asks for, to be read after 'expected'.</param>
/// <param name="Found">What the instance has, shortened.</param>
/// <param name="Causes">For <c>anyOf</c> and <c>oneOf</c> what the nearest branch complains of; otherwise empty.</param>
public sealed record SchemaViolation(
    string InstanceLocation,
    string EvaluationPath,
    SchemaLocation KeywordLocation,
    string Keyword,
    string? Property,
    string Expected,
    string Found,
    IReadOnlyList<SchemaViolation> Causes);
