namespace SocialContract.Contract.Tests.Spec;

/// <summary>What a page says of a parameter: one of its two columns.</summary>
internal enum FactKind
{
    Required,
    Optional,

    /// <summary>The sentence under 'Validations'.</summary>
    Validation,
}
