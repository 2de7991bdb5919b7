using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Rules;

/// <summary>A requirement for messages. It belongs to a place of the document, usually a keyword, and is shared by all operations that use
/// the place.</summary>
public sealed class Rule
{
    /// <summary>
    /// Stable and readable: the keyword's place with names instead of indices, e.g. <c>FacebookAccount/required/fb_token</c> for a
    /// component schema, <c>deleteInstagramAccount/path/id/type</c> for a parameter of an operation.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The origin of the rule: a keyword of a schema, or OpenAPI itself.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The keyword if <see cref="Kind"/> is <see cref="RuleKind.Keyword"/>, else null.</summary>
    public string? Keyword { get; init; }

    /// <summary>The name that a <c>required</c> (or <c>dependentRequired</c>) rule requires; null for other keywords.</summary>
    public string? Property { get; init; }

    /// <summary>The requirement as a sentence: <c>fb_token is a string</c>.</summary>
    public required string Statement { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>The reason for the assumption: the nearest <c>x-note</c>.</summary>
    public string? Note { get; init; }

    /// <summary>The documentation's name for the value that the rule applies to, e.g. <c>facebook_account[fb_token]</c>.</summary>
    public string? DocumentedName { get; init; }

    /// <summary>The documentation's sentence for the rule, e.g. <c>Must be a String</c>; null if it has none.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether the value is a secret (<c>x-secret</c>), which is never printed.</summary>
    public bool Secret { get; init; }

    /// <summary>The keyword's value; for <c>required</c> the name in the list.</summary>
    public required DocumentNode Node { get; init; }
}

/// <summary>The origin of a rule.</summary>
public enum RuleKind
{
    /// <summary>A keyword of a schema.</summary>
    Keyword,

    /// <summary>The schema <c>false</c> where it is not the value of a keyword: it accepts no value.</summary>
    FalseSchema,

    /// <summary>A required parameter.</summary>
    Parameter,

    /// <summary>A required body.</summary>
    Body,

    /// <summary>The media types of a body.</summary>
    ContentType,

    /// <summary>The credentials of a request.</summary>
    Security,

    /// <summary>The statuses of an operation's responses.</summary>
    Status,

    /// <summary>A required header of a response.</summary>
    Header,
}
