using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Rules;

/// <summary>A place of the document with its name in rules.</summary>
/// <param name="Id">Readable and stable: names instead of indices, without fixed segments.</param>
/// <param name="Subject">The name of the value in statements: the name of a property or parameter.</param>
/// <param name="Owner">The object that contains the keyword: a schema, parameter, operation.</param>
/// <param name="Keyword">The keyword that the place belongs to; null for a schema <c>false</c> that is not the value of a keyword.</param>
/// <param name="Node">The keyword's value.</param>
internal sealed record RulePlace(string Id, string Subject, DocumentNode Owner, string? Keyword, DocumentNode Node)
{
    /// <summary>The segment of a rule's id that stands for a schema <c>false</c>.</summary>
    public const string FalseSchema = "false";

    /// <summary>The statement of the rule there.</summary>
    /// <param name="property">The property that it requires by name, else null.</param>
    public string Statement(string? property, SchemaView view) =>
        Keyword is null ? $"{Subject} is not allowed"
        : KeywordCatalog.Find(Keyword)?.Statement is { } statement
            ? statement(new StatementParts(Subject, Node.Value, name => view.Keyword(Owner, name), property))
        : $"{Subject} satisfies {Keyword}";
}
