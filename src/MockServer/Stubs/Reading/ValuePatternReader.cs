using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads value patterns, which have the pattern's name as a member: <c>{"equalTo": "x"}</c>.</summary>
internal sealed class ValuePatternReader(TimeProvider timeProvider)
{
    private const string Example = "a pattern, such as {\"equalTo\": \"x\"},";

    /// <param name="isBody">Whether the value is a body, which has bytes.</param>
    /// <param name="others">Members that do not belong to the pattern, such as the path that leads to its value.</param>
    /// <returns>Null, and a fault, if it is not a pattern.</returns>
    public ValuePattern? Read(StubNode node, bool isBody = false, IReadOnlyList<string>? others = null)
    {
        if (!node.Is(JsonValueKind.Object, Example) || Operator(node, others ?? []) is not { } name)
        {
            return null;
        }

        var operand = node.MemberOrNull(name)!.Value;
        if (name == PatternNames.BinaryEqualTo && !isBody)
        {
            operand.Fault("it compares bytes, so it can only be in `bodyPatterns`");
            return null;
        }

        return name switch
        {
            PatternNames.EqualTo => operand.Text() is { } text
                ? new EqualToPattern(text, node.Member("caseInsensitive")?.Flag() ?? false)
                : null,
            PatternNames.BinaryEqualTo => Binary(operand),
            PatternNames.Contains or PatternNames.DoesNotContain => operand.Text() is { } text
                ? new ContainsPattern(text, negated: name == PatternNames.DoesNotContain)
                : null,
            PatternNames.MatchesRegex or PatternNames.DoesNotMatchRegex => Regex(operand) is { } regex
                ? new RegexPattern(regex, negated: name == PatternNames.DoesNotMatchRegex)
                : null,
            PatternNames.Absent => Absent(operand),
            PatternNames.Anything => AnythingPattern.Instance,
            PatternNames.Not => Read(operand, isBody) is { } pattern ? new NotPattern(pattern) : null,
            PatternNames.And => Operands(operand, isBody) is { } all ? new AndPattern(all) : null,
            PatternNames.Or => Operands(operand, isBody) is { } alternatives ? new OrPattern(alternatives) : null,
            PatternNames.EqualToJson => JsonPatternReader.ReadEqual(node, operand),
            PatternNames.MatchesJsonSchema => JsonPatternReader.ReadSchema(node, operand),
            PatternNames.MatchesJsonPath => JsonPatternReader.ReadPath(operand, this),
            PatternNames.EqualToXml => XmlPatternReader.ReadEqual(node, operand),
            PatternNames.MatchesXPath => XmlPatternReader.ReadPath(node, operand, this),
            PatternNames.Before or PatternNames.After or PatternNames.EqualToDateTime =>
                DateTimePatternReader.Read(name, node, operand, timeProvider),
            _ => Number(name, operand),
        };
    }

    /// <summary>Reads a pattern for values that may occur several times.</summary>
    public MultiValuePattern? ReadMultiple(StubNode node)
    {
        var exactly = node.MemberOrNull(PatternNames.HasExactly);
        if ((exactly ?? node.MemberOrNull(PatternNames.Includes)) is not { } list)
        {
            return Read(node) is { } pattern ? new MultiValuePattern.AnyOf(pattern) : null;
        }

        node.CheckMembers([exactly is null ? PatternNames.Includes : PatternNames.HasExactly]);
        List<ValuePattern> patterns = [.. list.Elements().Select(element => Read(element)).OfType<ValuePattern>()];
        return new MultiValuePattern.AllOf(patterns, exactly is not null);
    }

    /// <summary>Null, and a fault, if it is not a regular expression.</summary>
    internal static StubRegex? Regex(StubNode node)
    {
        if (node.Text() is not { } text)
        {
            return null;
        }

        var regex = StubRegex.Create(text, out var fault);
        if (regex is null)
        {
            node.Fault(fault);
        }

        return regex;
    }

    /// <summary>The name of the pattern; null, and faults, if there is not exactly one.</summary>
    private static string? Operator(StubNode node, IReadOnlyList<string> others)
    {
        List<string> names = [.. node.Names.Where(PatternNames.Members.ContainsKey).Distinct()];
        if (names is [var name])
        {
            node.CheckMembers([name, .. PatternNames.Members[name], .. others]);
            return name;
        }

        if (names.Count > 1)
        {
            var given = string.Join(" and ", names.Select(other => $"`{other}`"));
            node.Fault($"{given} are given; a pattern has one of them, and `and` combines patterns");
            return null;
        }

        var known = PatternNames.Members.Keys.Order(StringComparer.Ordinal).ToList();
        var unknown = node.Names.Except(others).ToList();
        if (unknown.Exists(other => other is PatternNames.HasExactly or PatternNames.Includes))
        {
            node.Fault(
                "`hasExactly` and `includes` test several values; they can only be in `headers`, `queryParameters` and `formParameters`");
        }
        else if (unknown.Find(other => NearestName.Find(other, known) is not null) is { } misspelt)
        {
            node.CheckMembers([.. known, .. others]);
            return misspelt.Length > 0 ? null : misspelt;
        }
        else
        {
            node.Fault($"{Example} is expected; found {(unknown.Count == 0 ? "no member" : $"`{string.Join("`, `", unknown)}`")}");
        }

        return null;
    }

    private static BinaryEqualToPattern? Binary(StubNode operand)
    {
        if (operand.Text() is not { } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length))
        {
            return new BinaryEqualToPattern(bytes[..length]);
        }

        operand.Fault("it is not Base64 (RFC 4648)");
        return null;
    }

    private static AbsentPattern Absent(StubNode operand)
    {
        if (operand.Kind == JsonValueKind.False)
        {
            operand.Fault("`absent` is true or left out; for a value that is there write {\"matches\": \".*\"}");
        }

        return AbsentPattern.Instance;
    }

    private List<ValuePattern>? Operands(StubNode operand, bool isBody)
    {
        var elements = operand.Elements();
        if (operand.Kind == JsonValueKind.Array && elements.Count < 2)
        {
            operand.Fault($"at least two patterns are expected; found {elements.Count}");
        }

        List<ValuePattern> patterns = [.. elements.Select(element => Read(element, isBody)).OfType<ValuePattern>()];
        return patterns.Count < 2 ? null : patterns;
    }

    private static NumberPattern? Number(string name, StubNode operand) =>
        operand.Is(JsonValueKind.Number, "a number") ? new NumberPattern(name, operand.Value.GetDouble()) : null;
}
