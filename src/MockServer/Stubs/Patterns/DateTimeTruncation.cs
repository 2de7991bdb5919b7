namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>Where a time is moved to before it is compared; named in stubs with spaces: <c>first day of month</c>.</summary>
internal enum DateTimeTruncation
{
    None,
    FirstSecondOfMinute,
    FirstMinuteOfHour,
    FirstHourOfDay,
    FirstDayOfMonth,
    FirstDayOfNextMonth,
    LastDayOfMonth,
    FirstDayOfYear,
    FirstDayOfNextYear,
    LastDayOfYear,
}

internal static class DateTimeTruncations
{
    public static DateTime Apply(this DateTimeTruncation truncation, DateTime time)
    {
        var month = new DateTime(time.Year, time.Month, 1);
        var year = new DateTime(time.Year, 1, 1);
        return truncation switch
        {
            DateTimeTruncation.FirstSecondOfMinute => time.Date.AddMinutes(Math.Floor(time.TimeOfDay.TotalMinutes)),
            DateTimeTruncation.FirstMinuteOfHour => time.Date.AddHours(time.Hour),
            DateTimeTruncation.FirstHourOfDay => time.Date,
            DateTimeTruncation.FirstDayOfMonth => month,
            DateTimeTruncation.FirstDayOfNextMonth => Next(month, months: 1),
            DateTimeTruncation.LastDayOfMonth => new DateTime(time.Year, time.Month, DateTime.DaysInMonth(time.Year, time.Month)),
            DateTimeTruncation.FirstDayOfYear => year,
            DateTimeTruncation.FirstDayOfNextYear => Next(year, months: 12),
            DateTimeTruncation.LastDayOfYear => new DateTime(time.Year, 12, 31),
            _ => time,
        };
    }

    private static DateTime Next(DateTime time, int months) =>
        time > DateTime.MaxValue.AddMonths(-months) ? DateTime.MaxValue : time.AddMonths(months);
}
