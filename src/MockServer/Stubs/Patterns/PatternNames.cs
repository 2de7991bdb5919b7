using System.Collections.Frozen;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>The names of value patterns in Java WireMock's stubs, and the members that each may have besides its name.</summary>
internal static class PatternNames
{
    public const string EqualTo = "equalTo";
    public const string BinaryEqualTo = "binaryEqualTo";
    public const string Contains = "contains";
    public const string DoesNotContain = "doesNotContain";
    public const string MatchesRegex = "matches";
    public const string DoesNotMatchRegex = "doesNotMatch";
    public const string EqualToJson = "equalToJson";
    public const string MatchesJsonPath = "matchesJsonPath";
    public const string MatchesJsonSchema = "matchesJsonSchema";
    public const string EqualToXml = "equalToXml";
    public const string MatchesXPath = "matchesXPath";
    public const string Before = "before";
    public const string After = "after";
    public const string EqualToDateTime = "equalToDateTime";
    public const string Absent = "absent";
    public const string Anything = "anything";
    public const string Not = "not";
    public const string And = "and";
    public const string Or = "or";
    public const string HasExactly = "hasExactly";
    public const string Includes = "includes";

    private static readonly string[] DateMembers =
        ["actualFormat", "truncateExpected", "truncateActual", "applyTruncationLast", "expectedOffset", "expectedOffsetUnit"];

    /// <summary>The members besides the name, by name; those of WireMock 4 for numbers are included.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> Members { get; } =
        new Dictionary<string, IReadOnlyList<string>>(NumberPattern.Names.ToDictionary(name => name, _ => (IReadOnlyList<string>)[]))
        {
            [EqualTo] = ["caseInsensitive"],
            [BinaryEqualTo] = [],
            [Contains] = [],
            [DoesNotContain] = [],
            [MatchesRegex] = [],
            [DoesNotMatchRegex] = [],
            [EqualToJson] = ["ignoreArrayOrder", "ignoreExtraElements"],
            [MatchesJsonPath] = [],
            [MatchesJsonSchema] = ["schemaVersion"],
            [EqualToXml] =
            [
                "enablePlaceholders", "placeholderOpeningDelimiterRegex", "placeholderClosingDelimiterRegex", "exemptedComparisons",
                "ignoreOrderOfSameNode", "namespaceAwareness",
            ],
            [MatchesXPath] = ["xPathNamespaces"],
            [Before] = DateMembers,
            [After] = DateMembers,
            [EqualToDateTime] = DateMembers,
            [Absent] = [],
            [Anything] = [],
            [Not] = [],
            [And] = [],
            [Or] = [],
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
