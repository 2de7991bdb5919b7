namespace SocialContract.Verification.Cases;

/// <summary>Names a check of one operation: that of a rule, or another one.</summary>
/// <param name="Id">The id of its rule; its own if it does not come from a keyword: <c>check/malformed-json</c>.</param>
/// <param name="Operation">The operation's id.</param>
public readonly record struct CheckKey(string Id, string Operation);
