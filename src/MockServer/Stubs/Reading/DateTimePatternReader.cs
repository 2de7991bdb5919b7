using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the patterns for dates.</summary>
internal static class DateTimePatternReader
{
    /// <summary>The names of truncations in stubs: <c>first day of month</c>.</summary>
    private static readonly Dictionary<string, DateTimeTruncation> Truncations =
        Enum.GetValues<DateTimeTruncation>().Where(value => value != DateTimeTruncation.None).ToDictionary(NameOf, StringComparer.Ordinal);

    public static DateTimePattern? Read(string name, StubNode node, StubNode operand, TimeProvider timeProvider)
    {
        if (operand.Text() is not { } text || Expected(node, operand, text) is not var (fixedDate, shift))
        {
            return null;
        }

        return new DateTimePattern(
            name switch
            {
                PatternNames.Before => DateTimeRelation.Before,
                PatternNames.After => DateTimeRelation.After,
                _ => DateTimeRelation.EqualTo,
            },
            text,
            timeProvider)
        {
            Fixed = fixedDate,
            Shift = shift,
            ActualFormat = Format(node.Member("actualFormat")),
            TruncateExpected = Truncation(node.Member("truncateExpected")),
            TruncateActual = Truncation(node.Member("truncateActual")),
            TruncatesLast = node.Member("applyTruncationLast")?.Flag() ?? false,
        };
    }

    private static (JavaDateTime? Fixed, DateTimeShift Shift)? Expected(StubNode node, StubNode operand, string text)
    {
        var unit = node.Member("expectedOffsetUnit")?.Text()?.ToLowerInvariant();
        if (unit is not null && !DateTimeShift.Units.Contains(unit))
        {
            node.Member("expectedOffsetUnit")!.Value.Fault($"'{unit}' is not one of {string.Join(", ", DateTimeShift.Units)}");
            return null;
        }

        var amount = node.Member("expectedOffset")?.Integer(int.MinValue, int.MaxValue);
        if ((unit is null) != (amount is null))
        {
            node.Fault("`expectedOffset` and `expectedOffsetUnit` belong together");
            return null;
        }

        if (DateTimeShift.TryRead(text, out var shift))
        {
            if (shift is null)
            {
                var units = string.Join(", ", DateTimeShift.Units);
                operand.Fault($"'{text}' is not a distance from now, such as 'now +3 days'; the units are {units}");
            }

            return shift is { } read ? (null, unit is null ? read : new DateTimeShift(amount!.Value, unit)) : null;
        }

        if (JavaDateTime.Read(text) is { } date)
        {
            return (date, default);
        }

        operand.Fault($"'{text}' is not a date, such as 2030-01-31T12:00:00Z, nor a distance from now, such as 'now +3 days'");
        return null;
    }

    private static JavaDateFormat? Format(StubNode? node)
    {
        if (node?.Text() is not { } pattern)
        {
            return null;
        }

        var format = JavaDateFormat.Create(pattern, out var fault);
        if (format is null)
        {
            node.Value.Fault(fault);
        }

        return format;
    }

    /// <summary>Java WireMock also reads the names with underscores and in upper case.</summary>
    private static DateTimeTruncation Truncation(StubNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return DateTimeTruncation.None;
        }

        if (Truncations.TryGetValue(text.ToLowerInvariant().Replace('_', ' '), out var truncation))
        {
            return truncation;
        }

        node.Value.OneOf(Truncations.Keys);
        return DateTimeTruncation.None;
    }

    private static string NameOf(DateTimeTruncation truncation) => string
        .Concat($"{truncation}".Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"))
        .ToLowerInvariant();
}
