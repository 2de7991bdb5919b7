using SocialContract.Contract.Generation.Examples.Preferences;

namespace SocialContract.Contract.Generation.Tests.Examples.Preferences;

public class PreferenceReaderTests
{
    [Fact]
    public void Without_header_and_query_nothing_is_preferred() =>
        Read(null).ShouldBe(Preference.None);

    [Fact]
    public void All_preferences_are_read_from_one_header() =>
        Read("code=404, example=not-found, dynamic=true, seed=7, delay=800, wait=10").ShouldBe(new Preference
        {
            Code = "404",
            Example = "not-found",
            Dynamic = true,
            Seed = 7,
            Delay = TimeSpan.FromMilliseconds(800),
            Wait = TimeSpan.FromSeconds(10),
        });

    [Theory]
    [InlineData("example=\"not found\"", "not found")]
    [InlineData("example=\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("example = cat", "cat")]
    [InlineData("EXAMPLE=cat", "cat")]
    [InlineData("respond-async, example=cat; foo=bar; baz, wait=1", "cat")]
    [InlineData(", ,example=cat,,", "cat")]
    [InlineData("foo; example=dog, example=cat", "cat")]
    [InlineData("foo=\"a,b;c\\\",example=dog\"; ; x, example=cat", "cat")]
    public void The_grammar_of_RFC_7240_is_read(string header, string example) =>
        Read(header).Example.ShouldBe(example);

    [Fact]
    public void The_first_of_several_equal_names_is_used() =>
        Read("code=404, code=500").Code.ShouldBe("404");

    [Fact]
    public void Unknown_preferences_are_ignored() =>
        Read("return=minimal, handling=\"lenient\"").ShouldBe(Preference.None);

    [Theory]
    [InlineData("code=4xx", "4XX")]
    [InlineData("code=default", "default")]
    [InlineData("code=599", "599")]
    public void A_code_may_be_a_key_of_responses(string header, string code) =>
        Read(header).Code.ShouldBe(code);

    [Theory]
    [InlineData("dynamic", true)]
    [InlineData("dynamic=\"\"", true)]
    [InlineData("dynamic=false", false)]
    public void Dynamic_without_a_value_means_true(string header, bool value) =>
        Read(header).Dynamic.ShouldBe(value);

    [Fact]
    public void A_seed_may_be_any_word_and_different_words_are_different_seeds()
    {
        Read("seed=blue").Seed.ShouldNotBeNull();
        Read("seed=blue").Seed.ShouldNotBe(Read("seed=red").Seed);
    }

    [Fact]
    public void The_query_has_the_same_preferences_after_two_underscores() =>
        Read(null, "?limit=3&__code=404&__example=not+found%21&__dynamic=true&__seed=7&__delay=5").ShouldBe(new Preference
        {
            Code = "404",
            Example = "not found!",
            Dynamic = true,
            Seed = 7,
            Delay = TimeSpan.FromMilliseconds(5),
        });

    [Fact]
    public void The_header_takes_precedence_over_the_query() =>
        Read("code=404", "__code=500&__example=a").ShouldBe(new Preference { Code = "404", Example = "a" });

    [Theory]
    [InlineData("code=abc", "Prefer: code: expected a status from 100 to 599, a range such as 4XX, or default, found 'abc'")]
    [InlineData("code=600", "Prefer: code: expected a status from 100 to 599, a range such as 4XX, or default, found '600'")]
    [InlineData("dynamic=yes", "Prefer: dynamic: expected true or false, found 'yes'")]
    [InlineData("delay=-1", "Prefer: delay: expected whole milliseconds from 0 to 600000, found '-1'")]
    [InlineData("delay=600001", "Prefer: delay: expected whole milliseconds from 0 to 600000, found '600001'")]
    [InlineData("wait=1.5", "Prefer: wait: expected whole seconds from 0 to 600, found '1.5'")]
    [InlineData("example", "Prefer: example: expected the name of an example, found ''")]
    public void A_malformed_value_is_a_clear_problem(string header, string problem) =>
        PreferenceReader.Read(header, "").ShouldBeOfType<PreferenceResult.Malformed>().Problems.ShouldBe([problem]);

    [Fact]
    public void A_value_with_spaces_needs_quotes() =>
        PreferenceReader.Read("example=not found", "").ShouldBeOfType<PreferenceResult.Malformed>().Problems
            .ShouldHaveSingleItem().ShouldBe(
                "Prefer: expected a comma at character 13, found 'f'; " +
                "a value with characters other than letters, digits and -._~ needs quotes");

    [Theory]
    [InlineData("a, b c", 6, 'c')]
    [InlineData("=b", 1, '=')]
    [InlineData("a;b=c/d", 6, '/')]
    [InlineData("a=\"b\" c", 7, 'c')]
    [InlineData("a, ;b", 4, ';')]
    public void Other_syntax_errors_have_their_place(string header, int character, char found) =>
        PreferenceReader.Read(header, "").ShouldBeOfType<PreferenceResult.Malformed>().Problems
            .ShouldHaveSingleItem().ShouldStartWith($"Prefer: expected a comma at character {character}, found '{found}'; ");

    [Fact]
    public void An_open_quote_is_a_problem() =>
        PreferenceReader.Read("example=\"cat", "").ShouldBeOfType<PreferenceResult.Malformed>().Problems
            .ShouldBe(["Prefer: the header ends within a quoted value"]);

    [Fact]
    public void All_problems_are_listed() =>
        PreferenceReader.Read("code=1, delay=x", "?__seed=").ShouldBeOfType<PreferenceResult.Malformed>().Problems.Count.ShouldBe(3);

    [Theory]
    [InlineData("delay=800", 800)]
    [InlineData("delay=8000, wait=1", 1000)]
    [InlineData("delay=800, wait=5", 800)]
    [InlineData("wait=5", 5000)]
    public void Wait_limits_the_delay_and_is_the_delay_where_none_is_given(string header, int milliseconds) =>
        Read(header).EffectiveDelay.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    private static Preference Read(string? header, string query = "") =>
        PreferenceReader.Read(header, query).ShouldBeOfType<PreferenceResult.Understood>().Preference;
}
