using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>A rule as one operation's messages meet it.</summary>
/// <param name="Direction">Whether a request or an answer must obey it.</param>
/// <param name="Instance">
/// Where in the message, as an RFC 6901 pointer with <c>*</c> for any element or member: <c>/body/ig_accounts/*/id</c>, <c>/path/id</c>,
/// <c>/header/Authentication</c>.
/// </param>
/// <param name="Response">The response it belongs to; null for requests.</param>
/// <param name="MediaType">The media type whose schema holds it; null where it is not about a body.</param>
public sealed record RuleUse(
    Rule Rule, Operation Operation, MessageDirection Direction, string Instance, Response? Response, MediaType? MediaType);
