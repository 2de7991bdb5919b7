using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Tests.Routing;

/// <summary>How many of 5,000 segments are compared with a path, whatever they have in common.</summary>
public sealed class TemplatedChildrenTests
{
    [Theory]
    [InlineData("x{0}a{{p}}b", "x1234a7b", 1)]
    [InlineData("{{p}}.x{0}", "7.x1234", 1)]
    [InlineData("a{{p}}-{0}-{{q}}z", "ay-1234-yz", 1)]
    [InlineData("a{{p}}b{0}", "a7b1234", 4)]
    [InlineData("{{p}}-{0}-{{q}}-{1}-{{r}}", "x-12-y-34-z", 100)]
    [InlineData("v{0}.{{p}}.{1}", "v12.y.34", 100)]
    [InlineData("{{p}}-{0}-{{q}}", "x-----------------1234-y", 1)]
    [InlineData("{{p}}-{0}-{{q}}", "x-y", 0)]
    public void A_path_is_compared_with_the_segments_whose_literals_it_has(string template, string path, int most)
    {
        var children = new TemplatedChildren();
        for (var i = 0; i < 5_000; i++)
        {
            children.Child(TemplateSegment.Parse(string.Format(null, template, template.Contains("{1}") ? i / 100 : i, i % 100)));
        }

        children.Complete();

        using var candidates = children.Like(path);
        candidates.Count.ShouldBeInRange(Math.Min(most, 1), most);
    }

    [Fact]
    public void A_candidate_is_not_repeated_where_the_path_has_its_literal_several_times()
    {
        var children = new TemplatedChildren();
        for (var literal = 'a'; literal <= 'z'; literal++)
        {
            children.Child(TemplateSegment.Parse($"{{p}}{literal}{{q}}"));
        }

        children.Complete();

        using var candidates = children.Like("xaxaxax");
        candidates.Count.ShouldBe(2);
    }
}
