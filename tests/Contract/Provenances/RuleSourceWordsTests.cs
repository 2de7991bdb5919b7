using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Tests.Provenances;

public sealed class RuleSourceWordsTests
{
    [Theory]
    [InlineData(RuleSource.Stated, "stated")]
    [InlineData(RuleSource.Shown, "shown")]
    [InlineData(RuleSource.Assumed, "assumed")]
    public void A_source_has_the_word_that_documents_use(RuleSource source, string word)
    {
        source.ToWord().ShouldBe(word);
        RuleSourceWords.Parse(word).ShouldBe(source);
    }

    [Fact]
    public void Another_text_names_no_source() => RuleSourceWords.Parse("Stated").ShouldBeNull();
}
