using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

public sealed class ControlCharactersTests
{
    [Fact]
    public void In_text_they_become_visible_and_tabs_stay() =>
        ControlCharacters.ToPictures("a\tb\e[1m\u0085é").ShouldBe("a\tb\u241b[1m\ufffdé");

    [Fact]
    public void In_a_target_they_are_percent_encoded() => ControlCharacters.PercentEncode("/a\tb\r\nc\e").ShouldBe("/a%09b%0D%0Ac%1B");

    [Fact]
    public void Text_without_them_is_not_copied()
    {
        var text = new string('a', 3);

        ControlCharacters.ToPictures(text).ShouldBeSameAs(text);
        ControlCharacters.PercentEncode(text).ShouldBeSameAs(text);
    }
}
