using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Rules;

/// <summary>A place of the document as rules see it.</summary>
/// <param name="Id">Readable and stable: names instead of indices, without the segments that are always there.</param>
/// <param name="Subject">What people call the value there: a property's or parameter's name.</param>
/// <param name="Owner">The object that holds the keyword: a schema, parameter, operation.</param>
/// <param name="Keyword">The keyword that the place belongs to; null for a schema <c>false</c> that no keyword names.</param>
/// <param name="Node">The keyword's value.</param>
internal sealed record RulePlace(string Id, string Subject, DocumentNode Owner, string? Keyword, DocumentNode Node)
{
    /// <summary>The segment of an id that stands for a schema <c>false</c>.</summary>
    public const string FalseSchema = "false";

    /// <summary>What the rule there demands, as a sentence.</summary>
    /// <param name="property">The property that it demands by name; null where it does not.</param>
    public string Statement(string? property) =>
        Keyword is null ? $"{Subject} is not allowed"
        : KeywordCatalog.Find(Keyword)?.Statement is { } statement ? statement(new StatementParts(Subject, Node.Value, Owner, property))
        : $"{Subject} obeys {Keyword}";
}
