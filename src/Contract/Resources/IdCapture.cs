using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Resources;

/// <summary>Where a creating operation's response has the ids of created resources, and where the created resources are found.</summary>
/// <param name="Creator">The creating operation.</param>
/// <param name="Pattern">
/// Pointer into the response's JSON body with <c>*</c> for elements, e.g. <c>/ig_accounts/*/id</c>; null: the last segment of the Location
/// header.
/// </param>
/// <param name="Item">The path of a created resource, its parameters without their names: <c>/users/{}/posts/{}</c>.</param>
/// <param name="Id">The schema of the parameter that takes the ids; null where the document has none.</param>
/// <param name="Deleter">Deletes by that id; null where the document offers no way.</param>
internal sealed record IdCapture(Operation Creator, string? Pattern, string Item, SchemaReference? Id, Operation? Deleter);
