namespace SocialContract.JsonSchema.Schemas;

/// <summary>One keyword that an instance does not satisfy.</summary>
/// <param name="InstanceLocation">RFC 6901 pointer into the instance.</param>
/// <param name="EvaluationPath">Pointer of the keywords passed on the way, <c>$ref</c> included (JSON Schema core 12.3.1).</param>
/// <param name="KeywordLocation">The keyword itself; for a <c>false</c> schema the schema.</param>
/// <param name="Keyword">The keyword's name; for a <c>false</c> schema the keyword that applied it.</param>
/// <param name="Property">
/// The member that is missing (<c>required</c>) or not allowed (<c>additionalProperties</c>); null for other keywords.
/// </param>
/// <param name="Expected">What the keyword asks for, as it is read after 'expected'.</param>
/// <param name="Found">What the instance has, shortened, as it is read after 'found'.</param>
/// <param name="Causes">For <c>anyOf</c> and <c>oneOf</c> the violations of the nearest alternative; otherwise empty.</param>
public sealed record SchemaViolation(
    string InstanceLocation,
    string EvaluationPath,
    SchemaLocation KeywordLocation,
    string Keyword,
    string? Property,
    string Expected,
    string Found,
    IReadOnlyList<SchemaViolation> Causes);
