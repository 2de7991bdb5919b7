namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>How a date must be related to the expected date.</summary>
internal enum DateTimeRelation
{
    Before,
    After,
    EqualTo,
}

/// <summary><c>before</c>, <c>after</c> or <c>equalToDateTime</c></summary>
/// <param name="text">The expected date as the stub has it.</param>
internal sealed class DateTimePattern(DateTimeRelation relation, string text, TimeProvider timeProvider) : ValuePattern
{
    private static readonly double TwoYears = TimeSpan.FromDays(2 * 365).TotalMilliseconds;

    /// <summary>The expected date; null: it is a distance from now.</summary>
    public required JavaDateTime? Fixed { get; init; }

    public required DateTimeShift Shift { get; init; }

    /// <summary>Null: ISO 8601, or a date of HTTP.</summary>
    public JavaDateFormat? ActualFormat { get; init; }

    /// <summary>Applies to a date that is a distance from now.</summary>
    public DateTimeTruncation TruncateExpected { get; init; }

    /// <summary>Applies to a date with an offset.</summary>
    public DateTimeTruncation TruncateActual { get; init; }

    /// <summary>Whether now is shifted first and then truncated, instead of the other way round.</summary>
    public bool TruncatesLast { get; init; }

    public override string Name => relation switch
    {
        DateTimeRelation.Before => PatternNames.Before,
        DateTimeRelation.After => PatternNames.After,
        _ => PatternNames.EqualToDateTime,
    };

    public override string Expected => text;

    public override bool Matches(PatternValue value) => Difference(value) is { } ticks && relation switch
    {
        DateTimeRelation.Before => ticks < 0,
        DateTimeRelation.After => ticks > 0,
        _ => ticks == 0,
    };

    public override double Distance(PatternValue value)
    {
        if (Matches(value) || Difference(value) is not { } ticks)
        {
            return base.Distance(value);
        }

        // The same instant is not before itself, and yet the nearest date.
        var milliseconds = Math.Max(1, Math.Abs(ticks / (double)TimeSpan.TicksPerMillisecond));
        return milliseconds / (milliseconds + TwoYears);
    }

    /// <summary>Ticks from the expected to the actual date; null if the value is not a date.</summary>
    private long? Difference(PatternValue value)
    {
        if (value.Text is not { } written || (ActualFormat?.Read(written) ?? ReadUnformatted(written)) is not { } actual)
        {
            return null;
        }

        actual = actual.Offset is null ? actual : actual with { Local = TruncateActual.Apply(actual.Local) };
        var expected = Fixed ?? Now();
        return expected.Offset is null
            ? actual.Local.Ticks - expected.Local.Ticks
            : actual.Utc(timeProvider.LocalTimeZone).Ticks - expected.Utc(timeProvider.LocalTimeZone).Ticks;
    }

    private JavaDateTime? ReadUnformatted(string written) => ActualFormat is null ? JavaDateTime.Read(written) : null;

    private JavaDateTime Now()
    {
        var now = timeProvider.GetLocalNow();
        return JavaDateTime.Of(TruncatesLast ? Truncated(Shift.Apply(now)) : Shift.Apply(Truncated(now)));
    }

    private DateTimeOffset Truncated(DateTimeOffset time) => new(TruncateExpected.Apply(time.DateTime), time.Offset);
}
