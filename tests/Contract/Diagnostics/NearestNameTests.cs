using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("paramters", "parameters")]
    [InlineData("resposnes", "responses")]
    [InlineData("requestbody", "requestBody")]
    [InlineData("Get", "get")]
    public void A_misspelt_name_finds_the_correct_one(string written, string meant) =>
        NearestName.Find(written, ["parameters", "responses", "requestBody", "get", "put"]).ShouldBe(meant);

    [Theory]
    [InlineData("zebra")]
    [InlineData("")]
    [InlineData("x")]
    public void A_name_unlike_all_others_finds_none(string written) =>
        NearestName.Find(written, ["parameters", "responses", "in"]).ShouldBeNull();

    [Fact]
    public void Of_equally_near_names_the_first_is_found() =>
        NearestName.Find("catt", ["cats", "cate"]).ShouldBe("cats");

    [Fact]
    public void Of_very_many_similar_names_only_the_first_are_compared()
    {
        var compared = 0;
        var similar = Enumerable.Range(0, 10_000).Select(index =>
        {
            compared++;
            return $"{new string('a', 55)}{index:D5}";
        });

        NearestName.Find(new string('b', 60), similar).ShouldBeNull();

        compared.ShouldBeLessThan(3_000);
    }

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "SAME", 0)]
    public void Distance_counts_edits_and_swaps(string left, string right, int expected) =>
        NearestName.Distance(left, right).ShouldBe(expected);
}
