using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>A rule applied to a place in the messages of an operation.</summary>
/// <param name="Direction">Whether it applies to requests or to responses.</param>
/// <param name="Instance">
/// The place in the message: an RFC 6901 pointer with <c>*</c> for any element or member: <c>/body/ig_accounts/*/id</c>, <c>/path/id</c>,
/// <c>/header/Authentication</c>.
/// </param>
/// <param name="Response">The response it belongs to; null for requests.</param>
/// <param name="MediaType">The media type whose schema contains it; null outside bodies.</param>
public sealed record RuleUse(
    Rule Rule, Operation Operation, MessageDirection Direction, string Instance, Response? Response, MediaType? MediaType);
