using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that make and move times. Now is the time of the mock's clock at the beginning of the response.</summary>
internal static class DateHelpers
{
    private const string Offsets = "an offset is a number and one of seconds, minutes, hours, days, months, years";

    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("now", call => Written(call, null)),
        new("date", call => Written(call, call.Argument(0) as TemplateDate)),
        new("parseDate", Parse),
        new("truncateDate", Truncate),
    ];

    private static TemplateDate Written(HelperCall call, TemplateDate? given)
    {
        var (time, zone) = given is not null ? (given.Time, given.Zone) : InZone(call.Rendering.Now, call.OptionText("timezone"));
        if (call.OptionText("offset") is { } offset)
        {
            time = DateTimeShift.TryRead(offset, out var shift) && shift is { } distance
                ? distance.Apply(time)
                : throw new HelperException($"{Offsets}; found '{offset}'");
        }

        return new TemplateDate(time, call.OptionText("format"), zone);
    }

    private static (DateTimeOffset Time, string? Zone) InZone(DateTimeOffset time, string? zone)
    {
        if (zone is null)
        {
            return (time.ToUniversalTime(), null);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? (TimeZoneInfo.ConvertTime(time, found), found is { BaseUtcOffset.Ticks: 0, SupportsDaylightSavingTime: false } ? zone : null)
            : throw new HelperException($"there is no time zone '{zone}'");
    }

    private static TemplateDate? Parse(HelperCall call)
    {
        var text = TemplateValues.TextOf(call.Subject).Trim();
        JavaDateTime? read;
        if (call.OptionText("format") is { } pattern)
        {
            var format = JavaDateFormat.Create(pattern, out var fault) ?? throw new HelperException(fault);
            read = format.Read(text);
        }
        else
        {
            read = JavaDateTime.Read(text);
        }

        if (read is not { } time)
        {
            throw new HelperException($"'{text}' is not a date");
        }

        var offset = time.Offset ?? TimeSpan.Zero;
        return new TemplateDate(new DateTimeOffset(DateTime.SpecifyKind(time.Local, DateTimeKind.Unspecified), offset));
    }

    private static TemplateDate Truncate(HelperCall call)
    {
        if (call.Argument(0) is not TemplateDate date)
        {
            throw new HelperException("a date is expected, such as (now) or (parseDate '2024-01-31')");
        }

        var name = call.Text(1).Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse<DateTimeTruncation>(name, ignoreCase: true, out var truncation) && !char.IsAsciiDigit(name[0])
            ? date with { Time = new DateTimeOffset(truncation.Apply(date.Time.DateTime), date.Time.Offset) }
            : throw new HelperException($"there is no truncation '{call.Text(1)}'");
    }
}
