using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>A value of a response that reflects the request: an entry of <c>x-echo</c>.</summary>
/// <param name="Target">RFC 6901 pointer into the example's value.</param>
/// <param name="Expression">
/// An OpenAPI runtime expression (section 4.8.20.4), e.g. <c>$request.path.id</c>, <c>$request.body#/ig_accounts</c>; within
/// <paramref name="Each"/> also <c>$item#/pointer</c>, a value of the request's element.
/// </param>
/// <param name="Each">
/// Null for a single value. Else the response's array has an element for each element of the expression's array, made from the example's
/// first element.
/// </param>
/// <param name="Source">How sure the document is of the entry.</param>
/// <param name="Node">The place of the entry.</param>
public sealed record Echo(string Target, string Expression, EachElement? Each, RuleSource Source, DocumentNode Node);
