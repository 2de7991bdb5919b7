namespace SocialApi.Contract.Rules;

/// <summary>Every rule of a document: found by its place, by operation, by id.</summary>
public sealed partial class RuleBook
{
}
