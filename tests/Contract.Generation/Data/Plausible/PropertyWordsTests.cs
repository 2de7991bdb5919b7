using SocialContract.Contract.Generation.Data.Plausible;

namespace SocialContract.Contract.Generation.Tests.Data.Plausible;

public class PropertyWordsTests
{
    [Theory]
    [InlineData("profile_picture_url", "profile picture url")]
    [InlineData("profilePictureUrl", "profile picture url")]
    [InlineData("Profile-Picture-URL", "profile picture url")]
    [InlineData("HTMLPageId", "html page id")]
    [InlineData("facebook_account[fb_token]", "facebook account fb token")]
    [InlineData("id", "id")]
    [InlineData("", "")]
    [InlineData("_", "")]
    public void A_name_is_split_into_its_words(string name, string words) =>
        string.Join(' ', PropertyWords.Of(name)).ShouldBe(words);

    [Theory]
    [InlineData("ig_user_name", "ada")]
    [InlineData("contactEmail", "ada@example.com")]
    [InlineData("created_at", "2024-01-15T09:30:00Z")]
    [InlineData("tags", "new")]
    public void A_telling_name_has_plausible_texts(string name, string first) =>
        PlausibleWords.For(name).ShouldNotBeNull()[0].ShouldBe(first);

    [Fact]
    public void A_name_without_a_known_word_has_no_plausible_words() =>
        PlausibleWords.For("frobnicated").ShouldBeNull();
}
