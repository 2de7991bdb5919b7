using SocialApi.Verification.Reporting;

namespace SocialApi.Verification.Tests.Reporting;

public sealed class ConsoleSettingsTests
{
    [Fact]
    public void A_terminal_has_colours_and_its_width() => Detect(redirected: false, width: 120).ShouldBe(new ConsoleSettings(true, true, 120));

    [Fact]
    public void Redirected_output_is_plain_and_eighty_columns_wide() => Detect(redirected: true, width: 0).ShouldBe(ConsoleSettings.Redirected);

    [Fact]
    public void COLUMNS_tells_the_width_where_the_terminal_does_not() => Detect(redirected: true, width: 0, ("COLUMNS", "100")).Width.ShouldBe(100);

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm-256color", true)]
    public void Colours_can_be_declined(string name, string value, bool color) => Detect(redirected: false, width: 80, (name, value)).Color.ShouldBe(color);

    private static ConsoleSettings Detect(bool redirected, int width, params (string Name, string Value)[] environment) =>
        ConsoleSettings.Detect(redirected, width, name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault());
}
