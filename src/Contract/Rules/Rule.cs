using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Rules;

/// <summary>One thing that a message must obey. It comes from one keyword at one place of the document, however many operations reach that
/// place.</summary>
public sealed class Rule
{
    /// <summary>
    /// Stable and readable: the keyword's place with names instead of indices, e.g. <c>FacebookAccount/required/fb_token</c> for a
    /// component schema,
    /// <c>deleteInstagramAccount/path/id/type</c> for what an operation holds itself.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What makes the rule: a keyword of a schema, or something of OpenAPI's own.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The keyword where <see cref="Kind"/> is <see cref="RuleKind.Keyword"/>; null for the others.</summary>
    public string? Keyword { get; init; }

    /// <summary>The name that a <c>required</c> (or <c>dependentRequired</c>) rule asks for; null for other keywords.</summary>
    public string? Property { get; init; }

    /// <summary>What must hold, as a sentence: <c>fb_token is a string</c>.</summary>
    public required string Statement { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>Why it was assumed: the nearest <c>x-note</c>.</summary>
    public string? Note { get; init; }

    /// <summary>The documentation's own name for what the rule is about, e.g. <c>facebook_account[fb_token]</c>.</summary>
    public string? DocumentedName { get; init; }

    /// <summary>The documentation's own sentence, e.g. <c>Must be a String</c>; null where it has none for this rule.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether the value is a secret (<c>x-secret</c>): never printed.</summary>
    public bool Secret { get; init; }

    /// <summary>The keyword's place; for <c>required</c> the name's element in the list.</summary>
    public required DocumentNode Node { get; init; }
}

/// <summary>What makes a rule.</summary>
public enum RuleKind
{
    /// <summary>A keyword of a schema.</summary>
    Keyword,

    /// <summary>The schema <c>false</c>, where no keyword names it: nothing may be there.</summary>
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
