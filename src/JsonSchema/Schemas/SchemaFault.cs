namespace SocialContract.JsonSchema.Schemas;

/// <summary>Why a schema cannot be used.</summary>
/// <param name="Location">The keyword, or the schema where no keyword is to blame.</param>
/// <param name="Keyword">The keyword's name; empty where no keyword is to blame.</param>
/// <param name="Message">One sentence: what is wrong, what was expected, what was found, what to do.</param>
public sealed record SchemaFault(SchemaLocation Location, string Keyword, string Message);
