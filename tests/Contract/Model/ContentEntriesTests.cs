using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Model;

public sealed class ContentEntriesTests
{
    private static readonly IReadOnlyList<MediaType> Content = Loading.Loaded("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            get:
              responses:
                '200':
                  description: Fine
                  content:
                    '*/*': {}
                    application/*: {}
                    application/json; v=1: {}
                    application/json: {}
        """).Operations[0].Responses[0].Content;

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("Application/JSON", "application/json")]
    [InlineData("application/json; charset=utf-8; v=1", "application/json; v=1")]
    [InlineData("application/xml", "application/*")]
    [InlineData("text/plain", "*/*")]
    public void The_most_specific_entry_describes_a_message(string contentType, string expected) =>
        Content[IndexFor(contentType)].Name.ShouldBe(expected);

    [Fact]
    public void A_range_is_not_the_type_of_a_message() => IndexFor("application/*").ShouldBe(-1);

    private static int IndexFor(string contentType)
    {
        MediaTypeName.TryParse(contentType, out var sent).ShouldBeTrue();
        return Content.IndexFor(sent);
    }
}
