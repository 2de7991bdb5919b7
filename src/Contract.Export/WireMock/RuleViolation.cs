using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The violation that a response describes where only the rule is known, and not the value that breaks it.</summary>
internal static class RuleViolation
{
    private static readonly string[] Verbs = [" is ", " has ", " matches ", " contains "];

    public static Violation Of(RuleUse use, ViolationKind kind)
    {
        var rule = use.Rule;
        var instance = rule.Property is { } property ? $"{use.Instance}/{Documents.JsonPointer.Escape(property)}" : use.Instance;
        return new Violation(rule, kind, instance, ExpectedOf(rule), "another value");
    }

    /// <summary>The rule's statement without its subject and its verb.</summary>
    private static string ExpectedOf(Rule rule)
    {
        var (at, verb) = Verbs
            .Select(verb => (At: rule.Statement.IndexOf(verb, StringComparison.Ordinal), Verb: verb))
            .Where(found => found.At >= 0)
            .DefaultIfEmpty((At: 0, Verb: ""))
            .MinBy(found => found.At);
        return rule.Statement[(at + verb.Length)..];
    }
}
