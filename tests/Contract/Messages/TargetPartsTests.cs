using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Tests.Messages;

public sealed class TargetPartsTests
{
    [Theory]
    [InlineData("/a/b?c=1", "", "/a/b", "c=1")]
    [InlineData("//a/b", "", "//a/b", "")]
    [InlineData("/to?url=http://b.example/x", "", "/to", "url=http://b.example/x")]
    [InlineData("to?url=http://b.example/x", "", "to", "url=http://b.example/x")]
    [InlineData("https://me:pw@a.example:8080/b/?c=/d", "https://me:pw@a.example:8080", "/b/", "c=/d")]
    [InlineData("https://a.example?c=/d", "https://a.example", "/", "c=/d")]
    [InlineData("/a#b?c", "", "/a#b", "c")]
    [InlineData("*", "", "*", "")]
    [InlineData("", "", "", "")]
    public void A_request_target_has_an_authority_a_path_and_a_query(string target, string authority, string path, string query)
    {
        var parts = TargetParts.OfRequest(target);

        (parts.Authority, parts.Path, parts.Query, parts.HasFragment).ShouldBe((authority, path, query, false));
    }

    [Theory]
    [InlineData("//a.example/b?c#d", "//a.example", "/b", "c", "d")]
    [InlineData("https://a.example#c?d", "https://a.example", "/", "", "c?d")]
    [InlineData("b//c#", "", "b//c", "", "")]
    [InlineData("../b?c=1#d=2", "", "../b", "c=1", "d=2")]
    [InlineData("?c", "", "", "c", "")]
    public void A_reference_also_has_a_fragment(string reference, string authority, string path, string query, string fragment)
    {
        var parts = TargetParts.OfReference(reference);

        (parts.Authority, parts.Path, parts.Query, parts.Fragment).ShouldBe((authority, path, query, fragment));
    }

    [Theory]
    [InlineData("https://a.example/b?c#d", "https://a.example/b")]
    [InlineData("https://a.example?c", "https://a.example")]
    [InlineData("/b#d", "/b")]
    public void The_text_before_the_query_is_as_written(string reference, string before) =>
        TargetParts.OfReference(reference).BeforeQuery.ShouldBe(before);
}
