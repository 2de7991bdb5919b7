namespace SocialContract.Contract.Rules;

/// <summary>One disagreement between a message and its operation.</summary>
/// <param name="Rule">The rule that the message breaks.</param>
/// <param name="Kind">Which stage found it; the mock's status follows from it.</param>
/// <param name="Instance">RFC 6901 pointer into the message: <c>/body/ig_accounts/1/id</c>, <c>/query/limit</c>,
/// <c>/header/Authentication</c>.</param>
/// <param name="Expected">What the rule asks for, e.g. <c>a string</c>.</param>
/// <param name="Found">What was there instead, shortened; <c>nothing</c> where it is missing; never a secret.</param>
/// <param name="Nearest">The nearest allowed value or name, where one is near enough to be meant.</param>
public sealed record Violation(Rule Rule, ViolationKind Kind, string Instance, string Expected, string Found, string? Nearest = null)
{
    /// <summary>One sentence: where, expected, found, nearest.</summary>
    public string Message => Nearest is null
        ? $"{Instance}: expected {Expected}, found {Found}"
        : $"{Instance}: expected {Expected}, found {Found}; did you mean {Nearest}?";
}
