using SocialApi.Contract.Model;

namespace SocialApi.Verification.Cases;

/// <summary>Where a creating operation's answer holds the ids of what it created, and who takes them.</summary>
/// <param name="Creator">The creating operation.</param>
/// <param name="Pattern">Pointer into the answer's JSON body with <c>*</c> for elements, e.g. <c>/ig_accounts/*/id</c>; null: the last segment of the Location header.</param>
/// <param name="Deleter">Deletes by that id; null where the document offers no way.</param>
/// <param name="Parameter">The path parameter that takes the id.</param>
public sealed record Capture(Operation Creator, string? Pattern, Operation? Deleter, string Parameter);
