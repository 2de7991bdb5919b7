namespace SocialContract.Contract.Rules;

/// <summary>A rule that a message breaks.</summary>
/// <param name="Rule">The rule that the message breaks.</param>
/// <param name="Kind">The stage that found it, which decides the mock's status.</param>
/// <param name="Instance">RFC 6901 pointer into the message: <c>/body/ig_accounts/1/id</c>, <c>/query/limit</c>,
/// <c>/header/Authentication</c>.</param>
/// <param name="Expected">The requirement, e.g. <c>a string</c>.</param>
/// <param name="Found">The shortened value instead; <c>nothing</c> if it is missing; never a secret.</param>
/// <param name="Nearest">The most similar allowed value or name; null if none is similar.</param>
public sealed record Violation(Rule Rule, ViolationKind Kind, string Instance, string Expected, string Found, string? Nearest = null)
{
    /// <summary>A sentence with place, expected and found value, and the nearest allowed one.</summary>
    public string Message => Nearest is null
        ? $"{Instance}: expected {Expected}, found {Found}"
        : $"{Instance}: expected {Expected}, found {Found}; did you mean {Nearest}?";
}
