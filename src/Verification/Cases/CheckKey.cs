namespace SocialContract.Verification.Cases;

/// <summary>Names a row of the report's matrix: a rule, or a check that is no rule of a keyword, for one operation.</summary>
/// <param name="Id">The rule's id; the check's own, e.g. <c>check/malformed-json</c>.</param>
/// <param name="Operation">The operation's id.</param>
public readonly record struct CheckKey(string Id, string Operation);
