namespace SocialContract.Contract.Provenances;

/// <summary>How sure the contract is of something: the document's <c>x-source</c>, inherited downwards. A document that never says it states everything.</summary>
public enum RuleSource
{
    /// <summary>The API's documentation says it in words.</summary>
    Stated,

    /// <summary>The documentation shows it in an example, and nothing contradicts it.</summary>
    Shown,

    /// <summary>The documentation is silent or contradicts itself, and the contract chose.</summary>
    Assumed,
}
