namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>A text that is not a Java regular expression, or one that cannot be translated.</summary>
internal sealed class JavaRegexException(string message) : Exception(message);
