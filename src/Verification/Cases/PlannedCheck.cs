using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Cases;

/// <summary>A check before the run: its question, and how sure the document is of it.</summary>
public sealed record PlannedCheck
{
    /// <summary>The reason of a check that is not selected.</summary>
    internal const string NotSelected = "not selected";

    /// <summary>The reason of a check whose requests could change something in a run that only reads.</summary>
    internal const string ReadOnly = "the run only reads, and the operation's method is not safe";

    public required CheckKey Key { get; init; }

    public required Operation Operation { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>Why the document assumes it; null where it does not, or does not say why.</summary>
    public string? Note { get; init; }

    /// <summary>What must hold, as a sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The documentation's own name for what it is about; null where it has none.</summary>
    public string? DocumentedName { get; init; }

    /// <summary>The documentation's own sentence, or its word for what must be there; null where it has none.</summary>
    public string? Sentence { get; init; }

    /// <summary>The place in the document that it comes from.</summary>
    public required DocumentNode Node { get; init; }

    /// <summary>The rule; null for a check that does not come from a keyword.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Why no request is sent that could break it; empty if there is one, or if responses decide.</summary>
    public string NotExercised { get; init; } = "";

    /// <summary>Whether it is not selected: nothing is concluded about it, though other requests may show something.</summary>
    public bool IsLeftOut { get; init; }

    public static PlannedCheck Of(Rule rule, Operation operation) => new()
    {
        Key = new CheckKey(rule.Id, operation.Id),
        Operation = operation,
        Source = rule.Source,
        Note = rule.Note,
        Statement = rule.Statement,
        DocumentedName = rule.DocumentedName,
        Sentence = rule.Sentence ?? (rule is { DocumentedName: not null, Keyword: KeywordNames.Required } ? KeywordNames.Required : null),
        Node = rule.Node,
        Rule = rule,
    };
}
