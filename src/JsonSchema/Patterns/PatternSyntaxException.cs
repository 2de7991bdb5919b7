namespace SocialContract.JsonSchema.Patterns;

/// <summary>Carries a fault out of the parser's recursion; never leaves <see cref="EcmaPattern"/>.</summary>
internal sealed class PatternSyntaxException(string message, int offset) : Exception($"{message} at offset {offset}");
