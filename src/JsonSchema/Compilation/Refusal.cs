namespace SocialContract.JsonSchema.Compilation;

/// <summary>Why schemas cannot be read.</summary>
/// <param name="Keyword">The keyword to blame; empty for the text itself.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
internal sealed record Refusal(string Keyword, string Message);
