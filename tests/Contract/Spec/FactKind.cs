namespace SocialContract.Contract.Tests.Spec;

/// <summary>The column of the page that states the fact.</summary>
internal enum FactKind
{
    Required,
    Optional,

    /// <summary>The sentence under 'Validations'.</summary>
    Validation,
}
