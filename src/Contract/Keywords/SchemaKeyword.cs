using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Keywords;

/// <summary>The properties of a keyword of JSON Schema or of OpenAPI's Schema Objects, independent of its value in a schema.</summary>
/// <param name="Name">Its name in documents.</param>
/// <param name="Versions">The specifications that define it; documents of other versions ignore it.</param>
/// <param name="Role">Its effect.</param>
internal sealed record SchemaKeyword(string Name, KeywordVersions Versions, KeywordRole Role)
{
    /// <summary>The types that it restricts (JSON Schema Validation, section 6); values of other types always satisfy it.</summary>
    public ValueTypes AppliesTo { get; init; } = ValueTypes.Any;

    /// <summary>
    /// The type that a schema without <c>type</c> is meant for if it has the keyword: objects, arrays or numbers. None for other keywords:
    /// a schema that says nothing of its type is met by text as well.
    /// </summary>
    public ValueTypes ImpliedType => TypeNames.Implied.Contains(AppliesTo) ? AppliesTo : ValueTypes.None;

    /// <summary>The form of the schemas in its value.</summary>
    public SubschemaForm Subschemas { get; init; }

    /// <summary>The values that those schemas apply to, relative to the value of the parent schema.</summary>
    public InstanceStep Step { get; init; }

    /// <summary>The keyword whose rule it changes; null if it has its own rule or none.</summary>
    public string? Modifies { get; init; }

    /// <summary>
    /// Whether its schemas add requirements to the value of the schema that has it: always, or where its condition holds.
    /// </summary>
    public bool IsAddition { get; init; }

    /// <summary>Whether it requires properties by name; each name is a rule.</summary>
    public bool NamesProperties { get; init; }

    /// <summary>Whether it only documents: neither rules nor generated values depend on it.</summary>
    public bool IsDescription { get; init; }

    /// <summary>Whether the generator satisfies it by trial instead of by construction.</summary>
    public bool IsMetByTrial { get; init; }

    /// <summary>The limit that its value sets; null if it sets none.</summary>
    public KeywordLimit? Limit { get; init; }

    /// <summary>How a value that breaks its rule is made; by default what its limit, its names or its schemas tell.</summary>
    public KeywordBreak Break
    {
        get => field != KeywordBreak.None ? field
            : Limit is not null ? KeywordBreak.BeyondLimit
            : NamesProperties ? KeywordBreak.MissingMember
            : Role == KeywordRole.Compound ? KeywordBreak.Subschemas
            : KeywordBreak.None;
        init;
    }

    /// <summary>The valid values that are worth a request of their own.</summary>
    public KeywordBoundary Boundary { get; init; }

    /// <summary>
    /// The equivalent in documents of a version that does not have the keyword, as it is read after 'write'; null if they have none.
    /// </summary>
    public string? Instead { get; init; }

    /// <summary>The text of the keyword's rule; null if it has no rule of its own.</summary>
    public Func<StatementParts, string>? Statement { get; init; }

    /// <summary>
    /// Whether a value can break it, from the other keywords of its schema that count, by name, and its own value; null: always.
    /// </summary>
    public Func<Func<string, DocumentNode?>, DocumentNode, bool>? CanBreak { get; init; }

    /// <summary>
    /// Whether OpenAPI reads it in every dialect: annotations and <c>discriminator</c>, which reject nothing. The dialects of JSON Schema
    /// do not have all of them.
    /// </summary>
    public bool IsOpenApi => Role == KeywordRole.Annotation || Name == KeywordNames.Discriminator;

    /// <summary>Whether it counts in schemas of the dialect, which a document of that version has chosen.</summary>
    public bool CountsIn(Dialect dialect, SpecificationVersion version) => IsOpenApi ? IsIn(version) : dialect.Has(Name);

    /// <summary>Whether documents of that version use it.</summary>
    public bool IsIn(SpecificationVersion version) => (Versions & version.ToKeywordVersions()) != 0;
}

/// <summary>The specifications that define a keyword.</summary>
[Flags]
internal enum KeywordVersions
{
    /// <summary>Drafts before 2020-12 only, which a 3.1 document may choose as its dialect.</summary>
    Older = 1,

    OpenApi30 = 2,

    /// <summary>OpenAPI 3.1, which includes JSON Schema 2020-12.</summary>
    OpenApi31 = 4,

    Both = OpenApi30 | OpenApi31,
}

/// <summary>The effect of a keyword.</summary>
internal enum KeywordRole
{
    /// <summary>Identifies schemas, or is a comment for their authors.</summary>
    Core,

    /// <summary>Applies a schema at another place.</summary>
    Reference,

    /// <summary>Contains schemas as targets of references.</summary>
    Definitions,

    /// <summary>A rule without subschemas.</summary>
    Assertion,

    /// <summary>A single rule together with the schemas in it.</summary>
    Compound,

    /// <summary>Changes the rule of another keyword.</summary>
    Modifier,

    /// <summary>Applies the schemas in it, whose keywords have their own rules.</summary>
    Applicator,

    /// <summary>Selects how a value is read or which branch applies; rejects nothing.</summary>
    Hint,

    /// <summary>Describes values; rejects nothing.</summary>
    Annotation,
}

/// <summary>The form of the schemas in a keyword's value.</summary>
internal enum SubschemaForm
{
    None,

    /// <summary>The value is a schema.</summary>
    Schema,

    /// <summary>The value is an array of schemas.</summary>
    List,

    /// <summary>The value is an object of schemas by name.</summary>
    Map,
}

/// <summary>The step from a schema's value to the values that a subschema applies to.</summary>
internal enum InstanceStep
{
    /// <summary>No value: the schema applies only where a reference leads to it.</summary>
    None,

    /// <summary>The value itself.</summary>
    Same,

    /// <summary>The member with the schema's name in the map.</summary>
    Member,

    /// <summary>The element with the schema's index in the list.</summary>
    Element,

    /// <summary>Any member or any element.</summary>
    Each,

    /// <summary>The names of the members.</summary>
    Names,
}

/// <summary>How a value that breaks a keyword's rule is made from a valid one.</summary>
internal enum KeywordBreak
{
    /// <summary>The keyword has no rule of its own.</summary>
    None,

    /// <summary>A value of another type.</summary>
    OtherType,

    /// <summary>A value that is not listed.</summary>
    Unlisted,

    /// <summary>A number, length or count beyond <see cref="SchemaKeyword.Limit"/>.</summary>
    BeyondLimit,

    /// <summary>A string that does not match the pattern.</summary>
    Mismatch,

    /// <summary>A wrong value of the format: <see cref="SchemaFormat.WrongValues"/>.</summary>
    WrongFormat,

    /// <summary>A number between two multiples.</summary>
    BetweenMultiples,

    /// <summary>An element twice.</summary>
    Repetition,

    /// <summary>One more element than described.</summary>
    ExtraElement,

    /// <summary>A member that is not described.</summary>
    ExtraMember,

    /// <summary>Without the member that the rule names.</summary>
    MissingMember,

    /// <summary>Values made from the schemas in the keyword.</summary>
    Subschemas,
}

/// <summary>The valid values of a keyword that are worth a request, the most specific rule first.</summary>
internal enum KeywordBoundary
{
    None,

    /// <summary>Each listed value.</summary>
    Listed,

    /// <summary>The values at <see cref="SchemaKeyword.Limit"/>.</summary>
    Limit,

    /// <summary>Null and the booleans, where the type has them.</summary>
    Types,

    /// <summary>A value of each branch, or of each result of a condition.</summary>
    Branches,
}
