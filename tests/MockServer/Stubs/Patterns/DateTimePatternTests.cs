using Microsoft.Extensions.Time.Testing;

namespace SocialContract.MockServer.Tests.Stubs.Patterns;

public class DateTimePatternTests
{
    /// <summary>Now is the 15th of March 2030, 10:20:30 in a zone two hours before UTC.</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 3, 15, 8, 20, 30, TimeSpan.Zero));

    public DateTimePatternTests() =>
        _clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("plus2", TimeSpan.FromHours(2), "plus2", "plus2"));

    [Theory]
    [InlineData("""{"equalToDateTime":"now"}""", "2030-03-15T08:20:30Z", true)]
    [InlineData("""{"equalToDateTime":"NOW"}""", "2030-03-15T10:20:30+02:00", true)]
    [InlineData("""{"equalToDateTime":"now"}""", "2030-03-15T10:20:30", true)]
    [InlineData("""{"equalToDateTime":"now +3 days"}""", "2030-03-18T08:20:30Z", true)]
    [InlineData("""{"equalToDateTime":"now -1 months"}""", "2030-02-15T08:20:30Z", true)]
    [InlineData("""{"equalToDateTime":"-2 hours"}""", "2030-03-15T06:20:30Z", true)]
    [InlineData("""{"equalToDateTime":"15 minutes"}""", "2030-03-15T08:35:30Z", true)]
    [InlineData("""{"equalToDateTime":"now","expectedOffset":-1,"expectedOffsetUnit":"years"}""", "2029-03-15T08:20:30Z", true)]
    [InlineData("""{"before":"now +3 days"}""", "2030-03-18T08:20:29Z", true)]
    [InlineData("""{"before":"now +3 days"}""", "2030-03-18T08:20:30Z", false)]
    [InlineData("""{"after":"now -3 days"}""", "2030-03-12T08:20:31Z", true)]
    [InlineData("""{"equalToDateTime":"now","truncateExpected":"first day of month"}""", "2030-03-01T00:00:00+02:00", true)]
    [InlineData("""{"equalToDateTime":"now","truncateExpected":"FIRST_MINUTE_OF_HOUR"}""", "2030-03-15T10:00:00+02:00", true)]
    [InlineData("""{"equalToDateTime":"now +1 months","truncateExpected":"last day of month"}""", "2030-04-30T00:00:00+02:00", true)]
    [InlineData(
        """{"equalToDateTime":"now +1 months","truncateExpected":"last day of month","applyTruncationLast":true}""",
        "2030-04-30T00:00:00+02:00",
        true)]
    [InlineData(
        """{"equalToDateTime":"now +20 days","truncateExpected":"first day of month"}""", "2030-03-21T00:00:00+02:00", true)]
    [InlineData(
        """{"equalToDateTime":"now +20 days","truncateExpected":"first day of month","applyTruncationLast":true}""",
        "2030-04-01T00:00:00+02:00",
        true)]
    [InlineData("""{"equalToDateTime":"2030-01-01T00:00:00Z","truncateActual":"first day of year"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2031-01-01T00:00:00Z","truncateActual":"first day of next year"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2030-12-31T00:00:00Z","truncateActual":"last day of year"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2030-06-01T00:00:00Z","truncateActual":"first day of next month"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T00:00:00Z","truncateActual":"first hour of day"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T07:08:00Z","truncateActual":"first second of minute"}""", "2030-05-06T07:08:09Z", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T07:08:09.123Z"}""", "2030-05-06T07:08:09.123000000Z", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T07:08:00Z"}""", "2030-05-06T07:08Z", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T07:08:00Z"}""", "2030-05-06T09:08:00+02:00[Europe/Berlin]", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T07:08:00Z"}""", "2030-05-06T09:08:00 02:00", true)]
    [InlineData("""{"equalToDateTime":"2030-05"}""", "2030-05-01", true)]
    [InlineData("""{"equalToDateTime":"2030"}""", "2030-01-01T00:00:00", true)]
    [InlineData("""{"equalToDateTime":"1994-11-06T08:49:37Z"}""", "Sun, 06 Nov 1994 08:49:37 GMT", true)]
    [InlineData("""{"equalToDateTime":"1994-11-06T08:49:37Z"}""", "Sunday, 06-Nov-94 08:49:37 GMT", true)]
    [InlineData("""{"equalToDateTime":"1994-11-06T08:49:37Z"}""", "Sun Nov  6 08:49:37 1994", true)]
    [InlineData("""{"equalToDateTime":"1994-11-06T08:49:37Z"}""", "Sun, 06 Nov 1994 10:49:37 +0200", true)]
    [InlineData("""{"equalToDateTime":"1994-11-06T08:49:37Z"}""", "Sun, 06 Nov 1994 08:49:37", false)]
    [InlineData("""{"after":"2030-01-01"}""", "2030-02-30", false)]
    [InlineData("""{"after":"2030-01-01"}""", "2030-13-01", false)]
    [InlineData("""{"after":"2030-01-01"}""", "2030-05-06T25:00:00Z", false)]
    [InlineData("""{"after":"2030-01-01"}""", "", false)]
    [InlineData("""{"equalToDateTime":"2030-05-06","actualFormat":"dd/MM/yyyy"}""", "06/05/2030", true)]
    [InlineData(
        """{"equalToDateTime":"2030-05-06T07:08:09Z","actualFormat":"yyyy-MM-dd HH:mm:ssXXX"}""",
        "2030-05-06 09:08:09+02:00",
        true)]
    [InlineData(
        """{"equalToDateTime":"2030-05-06T07:08:09Z","actualFormat":"yyyy-MM-dd'T'HH:mm:ss.SSSX"}""",
        "2030-05-06T07:08:09.000Z",
        true)]
    [InlineData("""{"equalToDateTime":"2030-05-06T19:08:00","actualFormat":"d MMM uuuu, h:mm a"}""", "6 May 2030, 7:08 PM", true)]
    [InlineData("""{"equalToDateTime":"2030","actualFormat":"y"}""", "2030", true)]
    [InlineData("""{"equalToDateTime":"2030-05-06","actualFormat":"''yyyyMMdd''"}""", "'20300506'", true)]
    [InlineData("""{"equalToDateTime":"1969-12-31T23:59:59Z","actualFormat":"UNIX"}""", "-1", true)]
    [InlineData("""{"after":"1969-12-31T23:59:59Z","actualFormat":"unix"}""", "9223372036854775807", false)]
    [InlineData("""{"after":"1969-12-31T23:59:59Z","actualFormat":"epoch"}""", "12a", false)]
    public void A_date_is_compared(string pattern, string value, bool matches) =>
        StubCase.Pattern($$$"""{"headers":{"X-D":{{{pattern}}}}}""", _clock)
            .Matches(StubCase.Request("GET /", "", new KeyValuePair<string, string>("X-D", value))).ShouldBe(matches);

    [Fact]
    public void Now_is_the_time_of_the_request()
    {
        var pattern = StubCase.Pattern("""{"headers":{"X-D":{"before":"now"}}}""", _clock);
        var request = StubCase.Request("GET /", "", new KeyValuePair<string, string>("X-D", "2030-03-15T09:00:00Z"));

        pattern.Matches(request).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));

        pattern.Matches(request).ShouldBeTrue();
    }
}
