namespace SocialContract.JsonSchema.Patterns;

/// <summary>Carries a fault out of the parser's recursion; <see cref="EcmaPattern"/> catches it.</summary>
internal sealed class PatternSyntaxException(string message, int offset) : Exception($"{message} at offset {offset}");
