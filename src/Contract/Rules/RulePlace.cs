using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Rules;

/// <summary>A place of the document as rules see it.</summary>
/// <param name="Id">Readable and stable: names instead of indices, without the segments that are always there.</param>
/// <param name="Subject">What people call the value there: a property's or parameter's name.</param>
/// <param name="Owner">The object that holds the keyword: a schema, parameter, operation.</param>
/// <param name="Keyword">The keyword that the place belongs to; <c>false</c> for a boolean schema that no keyword names.</param>
/// <param name="Node">The keyword's value.</param>
internal sealed record RulePlace(string Id, string Subject, DocumentNode Owner, string Keyword, DocumentNode Node);
