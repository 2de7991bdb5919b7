using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Keywords;

/// <summary>What the kit knows of one keyword of JSON Schema or of OpenAPI's Schema Objects, whatever a schema says with it.</summary>
/// <param name="Name">As documents write it.</param>
/// <param name="Versions">The specifications that have it; where one does not, it is ignored.</param>
/// <param name="Role">What it does.</param>
internal sealed record SchemaKeyword(string Name, KeywordVersions Versions, KeywordRole Role)
{
    /// <summary>The types of which it says anything (JSON Schema Validation, section 6): a value of another type keeps it.</summary>
    public ValueTypes AppliesTo { get; init; } = ValueTypes.Any;

    /// <summary>The schemas that it holds.</summary>
    public SubschemaForm Holds { get; init; }

    /// <summary>Which values those schemas are about, seen from the value of the schema around them.</summary>
    public InstanceStep Step { get; init; }

    /// <summary>The keyword whose rule it changes; null where it has a rule of its own, or none.</summary>
    public string? Modifies { get; init; }

    /// <summary>Whether it demands properties by name: each name is a rule.</summary>
    public bool NamesProperties { get; init; }

    /// <summary>Whether it only describes: neither rules nor generated values depend on it.</summary>
    public bool IsDescription { get; init; }

    /// <summary>Whether a generated value meets it by trial, not by construction.</summary>
    public bool IsMetByTrial { get; init; }

    /// <summary>How a rule on it reads; null where it has no rule of its own.</summary>
    public Func<StatementParts, string>? Statement { get; init; }

    /// <summary>Whether some value breaks it, its schema and its own value given; null: always.</summary>
    public Func<DocumentNode, DocumentNode, bool>? CanBreak { get; init; }

    /// <summary>Whether a document of that version gives it a meaning.</summary>
    public bool IsIn(SpecificationVersion version) => (Versions & version.ToKeywordVersions()) != 0;
}

/// <summary>The specifications that have a keyword.</summary>
[Flags]
internal enum KeywordVersions
{
    /// <summary>Drafts before 2020-12 only, which a 3.1 document may choose as its dialect.</summary>
    Older = 1,

    OpenApi30 = 2,

    /// <summary>OpenAPI 3.1, and so JSON Schema 2020-12.</summary>
    OpenApi31 = 4,

    Both = OpenApi30 | OpenApi31,
}

/// <summary>What a keyword does.</summary>
internal enum KeywordRole
{
    /// <summary>Identifies schemas, or speaks to their authors.</summary>
    Core,

    /// <summary>Applies a schema that stands elsewhere.</summary>
    Reference,

    /// <summary>Keeps schemas for references.</summary>
    Definitions,

    /// <summary>A rule by itself.</summary>
    Assertion,

    /// <summary>One rule together with all that the schemas in it say.</summary>
    Compound,

    /// <summary>Changes the rule of another keyword.</summary>
    Modifier,

    /// <summary>Applies the schemas in it, whose keywords are rules of their own.</summary>
    Applicator,

    /// <summary>Says how a value is read or which branch is meant, and refuses nothing.</summary>
    Hint,

    /// <summary>Says something about values, and refuses nothing.</summary>
    Annotation,

    /// <summary>Other keywords do its work in 2020-12.</summary>
    Replaced,
}

/// <summary>The schemas in a keyword's value.</summary>
internal enum SubschemaForm
{
    None,

    /// <summary>The value is a schema.</summary>
    Schema,

    /// <summary>The value lists schemas.</summary>
    List,

    /// <summary>The value is an object of schemas by name.</summary>
    Map,
}

/// <summary>From a value to those that a subschema is about.</summary>
internal enum InstanceStep
{
    /// <summary>To none: the schema counts only where it is referred to.</summary>
    None,

    /// <summary>The value itself.</summary>
    Same,

    /// <summary>The member of the map's name.</summary>
    Member,

    /// <summary>The element of the list's index.</summary>
    Element,

    /// <summary>Any members, or any elements.</summary>
    Each,

    /// <summary>The members' names.</summary>
    Names,
}
