using SocialContract.Contract.Generation.Data.Plausible;

namespace SocialContract.Contract.Generation.Tests.Data.Plausible;

public class PlainTextTests
{
    [Theory]
    [InlineData("favouriteThing", 0, 0, 100, "favourite thing")]
    [InlineData("favouriteThing", 7, 0, 100, "favourite thing 7")]
    [InlineData("", 0, 0, 100, "text")]
    [InlineData("", 7, 0, 100, "text7")]
    [InlineData("note", 0, 6, 100, "notexx")]
    [InlineData("favouriteThing", 12, 0, 5, "fav12")]
    [InlineData("note", 1234, 0, 3, "234")]
    [InlineData("größe", 0, 0, 3, "xxx")]
    public void The_words_of_the_name_are_cut_or_padded_to_the_length(string name, int number, int min, int max, string expected) =>
        PlainText.Of(name, number, min, max).ShouldBe(expected);
}
