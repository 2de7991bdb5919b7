namespace SocialContract.JsonSchema.Schemas;

/// <summary>A reason why a schema cannot be used.</summary>
/// <param name="Location">The keyword at fault, or the schema where the fault is not in a keyword.</param>
/// <param name="Keyword">The keyword's name; empty where the fault is not in a keyword.</param>
/// <param name="Message">One sentence: what is wrong, what was expected, what was found, what to do.</param>
public sealed record SchemaFault(SchemaLocation Location, string Keyword, string Message);
