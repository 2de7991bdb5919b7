using SocialContract.Verification.Reporting;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class ConsoleSettingsTests
{
    [Fact]
    public void A_terminal_has_colours_and_its_width() =>
        Detect(redirected: false, width: 120).ShouldBe(new ConsoleSettings(true, true, 120));

    [Fact]
    public void A_terminal_that_does_not_say_how_wide_it_is_has_eighty_columns() => Detect(redirected: false, width: 0).Width.ShouldBe(80);

    [Fact]
    public void Redirected_output_is_plain_and_as_wide_as_a_log_is_read() =>
        Detect(redirected: true, width: 0).ShouldBe(new ConsoleSettings(false, false, 120));

    [Fact]
    public void COLUMNS_tells_the_width_where_the_terminal_does_not() =>
        Detect(redirected: true, width: 0, ("COLUMNS", "100")).Width.ShouldBe(100);

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm-256color", true)]
    public void Colours_can_be_declined(string name, string value, bool color) =>
        Detect(redirected: false, width: 80, (name, value)).Color.ShouldBe(color);

    private static ConsoleSettings Detect(bool redirected, int width, params (string Name, string Value)[] environment) =>
        ConsoleSettings.Detect(redirected, width, name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault());
}
