using SocialContract.Cli.Terminal;

namespace SocialContract.Cli.Tests.Terminal;

public sealed class TerminalSettingsTests
{
    [Fact]
    public void A_terminal_has_colours_and_its_width() =>
        Detect(redirected: false, width: 120).ShouldBe(new TerminalSettings(true, true, 120));

    [Fact]
    public void A_terminal_that_does_not_say_how_wide_it_is_has_eighty_columns() =>
        Detect(redirected: false, width: 0).Width.ShouldBe(80);

    [Fact]
    public void Redirected_output_is_plain_and_not_wrapped() =>
        Detect(redirected: true, width: 100).ShouldBe(new TerminalSettings(false, false, null));

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm-256color", true)]
    public void Colours_can_be_declined(string name, string value, bool colour) =>
        Detect(redirected: false, width: 80, (name, value)).Colour.ShouldBe(colour);

    [Fact]
    public void A_dumb_terminal_is_not_rewritten() =>
        Detect(redirected: false, width: 80, ("TERM", "dumb")).ShouldBe(new TerminalSettings(false, false, 80));

    private static TerminalSettings Detect(bool redirected, int width, params (string Name, string Value)[] environment) =>
        TerminalSettings.Detect(
            redirected, width, name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault());
}
