namespace SocialContract.Contract.Provenances;

/// <summary>
/// How sure the contract is of a rule: the document's <c>x-source</c>, inherited by the values inside; stated where the document has none.
/// </summary>
public enum RuleSource
{
    /// <summary>The API's documentation states it in words.</summary>
    Stated,

    /// <summary>The documentation shows it in an example, and does not contradict it.</summary>
    Shown,

    /// <summary>The documentation is silent or contradicts itself, and the contract decides.</summary>
    Assumed,
}
