using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Tests.Spec;

/// <summary>
/// A fact that the pages state about a parameter, with a request that obeys it and one that breaks only this fact.
/// </summary>
/// <param name="Operation">The operation's id in the document; the only name in this table that is not the pages'.</param>
/// <param name="Parameter">
/// The parameter as the page names it, e.g. <c>facebook_account[fb_token]</c>; <c>Authentication</c> for the header.
/// </param>
/// <param name="Source">How sure the contract must be of it.</param>
/// <param name="Sentence">The page's sentence for a validation; null for the words 'required' and 'optional'.</param>
/// <param name="Good">
/// Changes the documented request (<see cref="DocumentedRequest"/>) into one that obeys the fact, at its limit if it has one.
/// </param>
/// <param name="Rules">
/// The rules that state it. None for 'optional': that <paramref name="Good"/> is accepted is all there is to it.
/// </param>
internal sealed record DocumentedFact(
    string Operation,
    string Parameter,
    FactKind Fact,
    RuleSource Source,
    string? Sentence,
    JsonEdit Good,
    IReadOnlyList<ExpectedRule> Rules)
{
    /// <summary>Names the fact in a test's name.</summary>
    public string Id => $"{Operation} {Parameter} {Fact}";
}
